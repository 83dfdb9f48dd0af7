import { z } from 'zod';
import { type Answer, broken, type Pace } from '../http/answer.ts';
import { aim } from './aim.ts';
import type { Force } from './force.ts';

/** F21: answers that are right and come late, slowly, or out of order. */
export const timing = z.strictObject({
  code: z.literal('F21'),
  ...aim,
  /**
   * `delay`: after `ms`; `hang`: never, the connection breaks after `ms`; `drip`: `bytes` a second;
   * `hold`: after so many later `requests` are answered, as far as any are under way. In virtual time
   * a delay is a jump of the clock.
   */
  how: z.enum(['delay', 'hang', 'drip', 'hold']),
  ms: z.int().positive().optional(),
  bytes: z.int().positive().optional(),
  requests: z.int().positive().optional(),
});

type Timing = z.infer<typeof timing>;

/** Handles the request, and says how its answer is to be held back. */
export function takeTime(rule: Timing): Force {
  return {
    onRequests: {
      aim: rule,
      strike: ({ handling, next, say }) => {
        const answer = next(handling);
        const { pace, words } = paces[rule.how](rule);
        say(`F21: ${words}`);
        const sent: Answer = rule.how === 'hang' ? broken : answer;
        return { ...sent, pace: { ...answer.pace, ...pace } };
      },
    },
  };
}

const paces: Readonly<
  Record<Timing['how'], (rule: Timing) => { readonly pace: Pace; readonly words: string }>
> = {
  delay: ({ ms = 1000 }) => ({ pace: { delay: ms }, words: `answered after ${ms} ms` }),
  hang: ({ ms = 60_000 }) => ({ pace: { delay: ms }, words: `hung for ${ms} ms, then broke` }),
  drip: ({ bytes = 10 }) => ({ pace: { drip: bytes }, words: `${bytes} bytes a second` }),
  hold: ({ requests = 1 }) => ({
    pace: { hold: requests },
    words: `held until ${requests} later requests were answered`,
  }),
};
