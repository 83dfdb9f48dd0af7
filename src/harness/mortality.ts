import type { Fate, KillPoint } from './kill-point.ts';

/**
 * The lever that stops an engine in mid-pass, as `kill -9` or a machine that falls asleep would:
 * whatever a dead engine waited for never comes, and nothing of it runs again.
 */
export interface Mortality {
  /**
   * Arms the lever for the first engine that gets to this point, counted from now. It dies there,
   * unless `meanwhile`, which happens while it stands still, has it go on.
   */
  arm(point: KillPoint, meanwhile?: () => Promise<Fate>): void;
  disarm(): void;
  /** A new engine, which dies apart from all others. */
  begin(): Life;
  /** How many requests and store writes there have been. */
  readonly counts: Readonly<Record<KillPoint['on'], number>>;
  /** How often an engine has died. */
  deaths(): number;
}

/** One engine's life. */
export interface Life {
  /** Lets something happen that may be the engine's last: a request or a store write. */
  guard<T>(on: KillPoint['on'], effect: () => Promise<T>): Promise<T>;
  /** The work's end, or `killed` where the engine dies before it. */
  survive<T>(work: Promise<T>): Promise<T | 'killed'>;
}

interface Armed extends KillPoint {
  readonly due: number;
  readonly meanwhile: () => Promise<Fate>;
}

export function createMortality(): Mortality {
  const counts = { request: 0, commit: 0 };
  let armed: Armed | undefined;
  let deaths = 0;

  /** Stands still at the armed point, and tells whether the engine lives on. */
  const pause = async ({ meanwhile }: Armed): Promise<boolean> => {
    armed = undefined;
    const dies = (await meanwhile()) === 'dies';
    if (dies) deaths += 1;
    return !dies;
  };
  return {
    counts,
    deaths: () => deaths,
    arm: (point, meanwhile = async () => 'dies') => {
      armed = { ...point, due: counts[point.on] + point.nth, meanwhile };
    },
    disarm: () => {
      armed = undefined;
    },
    begin: () => {
      const death = Promise.withResolvers<'killed'>();
      let alive = true;
      const passes = async (point: Armed | undefined): Promise<void> => {
        if (alive && point !== undefined) alive = await pause(point);
        if (alive) return;
        death.resolve('killed');
        await new Promise<never>(() => undefined);
      };
      return {
        guard: async (on, effect) => {
          await passes(undefined);
          counts[on] += 1;
          const point = armed?.on === on && armed.due === counts[on] ? armed : undefined;
          if (point?.phase === 'before') await passes(point);
          const result = await effect();
          await passes(point?.phase === 'after' ? point : undefined);
          return result;
        },
        survive: (work) => Promise.race([work, death.promise]),
      };
    },
  };
}
