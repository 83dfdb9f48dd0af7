import { z } from 'zod';
import { broken } from '../http/answer.ts';
import { aim } from './aim.ts';
import type { Force } from './force.ts';

/** F2: the write is done, and its answer never comes. Falls on mutating requests only. */
export const ambiguousWrite = z.strictObject({
  code: z.literal('F2'),
  ...aim,
  /** Default `reset`; a time-out is a reset to its caller. */
  answer: z.union([z.literal('reset'), z.literal([502, 504])]).optional(),
});

/** Handles the request, then loses the answer. */
export function loseAnswer(rule: z.infer<typeof ambiguousWrite>): Force {
  return {
    onRequests: {
      aim: rule,
      falls: ({ mutating }) => mutating,
      strike: ({ site, handling, next, say }) => {
        const done = next(handling).refused ? 'refused' : 'committed';
        const { answer = 'reset' } = rule;
        say(`F2: ${done}, then ${answer}`);
        return answer === 'reset' ? broken : site.failure(answer);
      },
    },
  };
}
