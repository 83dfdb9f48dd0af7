import { z } from 'zod';
import { type Answer, json, refusing } from '../http/answer.ts';
import { aim } from './aim.ts';
import type { Force } from './force.ts';
import type { Site } from './site.ts';

/** F4: an answer that says one thing while another happened. */
export const denial = z.strictObject({
  code: z.literal('F4'),
  ...aim,
  /**
   * `refused` (default): the system's own no to what is right, or nothing shown to a reader;
   * `empty`: 200 without a body; `accepted`: 202, as if it would be done later, and never is.
   */
  how: z.enum(['refused', 'empty', 'accepted']).optional(),
  /** Whether the request is done all the same; default no. */
  effect: z.boolean().optional(),
  /** The refusal's own words. */
  message: z.string().optional(),
});

type Denial = z.infer<typeof denial>;

/** Answers otherwise than the truth, with or without handling the request. */
export function deny(rule: Denial): Force {
  return {
    onRequests: {
      aim: rule,
      strike: ({ site, handling, next, say }) => {
        const done = rule.effect === true ? next(handling) : undefined;
        say(`F4: ${words(rule, site)}${rule.effect ? ', though it was done' : ''}`);
        const answer = answerOf(rule, site);
        // Whatever its status says, nothing was written.
        const isKept = done === undefined || done.refused === true || done.status >= 400;
        return site.mutating && isKept ? { ...answer, refused: true } : answer;
      },
    },
  };
}

function words({ how }: Denial, { mutating }: Site): string {
  if (how === 'empty') return 'answered 200 without a body';
  if (how === 'accepted') return 'accepted for later';
  return mutating ? 'refused a write that is right' : 'showed nothing';
}

function answerOf({ how, message }: Denial, site: Site): Answer {
  if (how === 'empty') return { status: 200, headers: {}, body: '' };
  if (how === 'accepted') return json(202, '{}');
  return message === undefined ? site.denial() : refusing(site.refusal(message));
}
