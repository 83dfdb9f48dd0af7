import { busyMs } from './test-times.ts';

/** How a test hangs: nothing is under way that it could wait for, or it has been at it for too long. */
export type Hanging = 'at rest' | 'at work';

/** How long a process must have rested, in milliseconds on the clock, and what it may work meanwhile. */
const restMs = 1000;
const idleMs = 50;

const looksForRest = 4;

/**
 * Watches a test that begins now: `hangs` resolves when it rests with nothing under way that was not
 * before, or when it has taken this long, in milliseconds on the clock. Until it is stopped.
 */
export function watchForHanging(mostMs: number): {
  readonly hangs: Promise<Hanging>;
  stop(): void;
} {
  const { promise, resolve } = Promise.withResolvers<Hanging>();
  const before = underWay();
  let restsSince = busyMs();
  let looks = 0;
  const look = setInterval(() => {
    const rests = underWay() <= before && busyMs() - restsSince < idleMs;
    looks = rests ? looks + 1 : 0;
    if (!rests) restsSince = busyMs();
    if (looks === looksForRest) resolve('at rest');
  }, restMs / looksForRest).unref();
  const late = setTimeout(() => resolve('at work'), mostMs).unref();
  return {
    hangs: promise,
    stop: () => {
      clearInterval(look);
      clearTimeout(late);
    },
  };
}

/** How many timers, requests and handles may call this process back. */
function underWay(): number {
  return process.getActiveResourcesInfo().length;
}
