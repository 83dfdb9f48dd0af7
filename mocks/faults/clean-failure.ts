import { z } from 'zod';
import { broken } from '../http/answer.ts';
import { aim } from './aim.ts';
import type { Force } from './force.ts';

/** F3: nothing is done, and the caller is told so, or hears nothing. Falls on reads too. */
export const cleanFailure = z.strictObject({
  code: z.literal('F3'),
  ...aim,
  /** Default `reset`; a time-out is a reset to its caller. */
  answer: z.union([z.literal('reset'), z.literal([500, 502, 503, 504])]).optional(),
});

/** Fails without handling the request. */
export function failCleanly(rule: z.infer<typeof cleanFailure>): Force {
  const { answer = 'reset' } = rule;
  return {
    onRequests: {
      aim: rule,
      strike: ({ site, say }) => {
        say(`F3: ${answer} before any effect`);
        // Whatever another fault makes of this answer: nothing was stored.
        return { ...(answer === 'reset' ? broken : site.failure(answer)), refused: site.mutating };
      },
    },
  };
}
