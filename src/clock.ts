/** A moment, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Time as it is handed to whoever needs it; nothing else in syncproof knows the hour. */
export interface Clock {
  now(): Instant;
  /** Lets `ms` milliseconds pass: a wait in real time, a step in virtual time. */
  sleep(ms: number): Promise<void>;
}

/** The machine's clock, for running against real systems. */
export const wallClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Real time that passes without keeping a process alive that has nothing else to do. */
export function idleWait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

/** A clock that moves only when it is told to. */
export function virtualClock(start: Instant): Clock & { advance(ms: number): void } {
  let now = start;
  const advance = (ms: number): void => {
    now += ms;
  };
  return { now: () => now, advance, sleep: async (ms) => advance(ms) };
}
