import type { KillPoint } from './history-step.ts';

/**
 * The lever that kills an engine in mid-pass, as `kill -9` would: whatever it waited for never
 * comes, and nothing of it runs again.
 */
export interface Mortality {
  /** Arms the lever; the engine dies when it gets to this point, counted from now. */
  arm(point: KillPoint): void;
  disarm(): void;
  /** Lets something happen that may be the engine's last: a request or a store write. */
  guard<T>(on: KillPoint['on'], effect: () => Promise<T>): Promise<T>;
  /** The work's end, or `killed` where the engine dies before it. */
  survive<T>(work: Promise<T>): Promise<T | 'killed'>;
  /** How many requests and store writes there have been. */
  readonly counts: Readonly<Record<KillPoint['on'], number>>;
  /** How often the engine has died. */
  deaths(): number;
}

export function createMortality(): Mortality {
  const counts = { request: 0, commit: 0 };
  let armed: (KillPoint & { readonly due: number }) | undefined;
  let deaths = 0;
  let die: () => void = () => undefined;
  const never = <T>(): Promise<T> => {
    armed = undefined;
    deaths += 1;
    die();
    return new Promise<T>(() => undefined);
  };
  return {
    counts,
    deaths: () => deaths,
    arm: (point) => {
      armed = { ...point, due: counts[point.on] + point.nth };
    },
    disarm: () => {
      armed = undefined;
    },
    guard: async (on, effect) => {
      counts[on] += 1;
      const point = armed?.on === on && armed.due === counts[on] ? armed : undefined;
      if (point?.phase === 'before') return never();
      const result = await effect();
      return point === undefined ? result : never();
    },
    survive: (work) => {
      const death = new Promise<'killed'>((resolve) => {
        die = () => resolve('killed');
      });
      return Promise.race([work, death]);
    },
  };
}
