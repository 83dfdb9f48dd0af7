import { z } from 'zod';
import { aim } from './aim.ts';
import type { Force } from './force.ts';

/** F1: reads come from an older state, by time, by number of changes, or both. Lasts unless it says how long. */
export const replicaLag = z.strictObject({
  code: z.literal('F1'),
  ...aim,
  /** Milliseconds. */
  ms: z.int().positive().optional(),
  writes: z.int().positive().optional(),
  /** Every so many-th read that fits is fresh: fresh, then stale. */
  freshEvery: z.int().min(2).optional(),
});

/** Hands the lag on to whoever reads; where several rules do, the innermost holds. */
export function lagBehind(rule: z.infer<typeof replicaLag>): Force {
  const { ms, writes, freshEvery } = rule;
  const behind = [ms && `${ms} ms`, writes && `${writes} changes`].filter(Boolean).join(' and ');
  let reads = 0;
  return {
    onRequests: {
      aim: rule,
      lasting: true,
      falls: ({ read }) => read() !== undefined,
      strike: ({ handling, next, say }) => {
        reads += 1;
        if (freshEvery !== undefined && (reads - 1) % freshEvery === 0) return next(handling);
        say(`F1: read ${behind} behind`);
        return next({ ...handling, lag: { ms, writes } });
      },
    },
  };
}
