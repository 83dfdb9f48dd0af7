import { z } from 'zod';
import { Bucket } from '../http/bucket.ts';
import { aim } from './aim.ts';
import type { Force } from './force.ts';

/** F6: too many requests. Single ones by the aim, or with `rate` all that find a token bucket empty. */
export const throttle = z.strictObject({
  code: z.literal('F6'),
  ...aim,
  /** Seconds; without it the system's own habit holds. */
  retryAfter: z.int().min(0).optional(),
  /** Requests a second, counted over all that fit. */
  rate: z.number().positive().optional(),
  /** Whether a write is stored all the same; default no. */
  effect: z.boolean().optional(),
});

/** Refuses the request for now. */
export function slowDown(rule: z.infer<typeof throttle>): Force {
  const { rate, retryAfter, effect = false } = rule;
  const headers = retryAfter === undefined ? undefined : { 'retry-after': String(retryAfter) };
  let bucket: Bucket | undefined;
  return {
    onRequests: {
      aim: rule,
      lasting: rate !== undefined,
      strike: ({ site, handling, next, say }) => {
        if (rate !== undefined) bucket ??= new Bucket({ clock: site, rate });
        if (bucket?.take()) return next(handling);
        if (effect) next(handling);
        say(`F6: too many requests${effect ? ', though it was done' : ''}`);
        return site.failure(429, headers);
      },
    },
  };
}
