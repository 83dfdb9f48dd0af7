import { z } from 'zod';
import type { Answer } from '../http/answer.ts';
import { aim } from './aim.ts';
import type { Force } from './force.ts';
import type { Moment } from './site.ts';

/** F7: tokens end otherwise than promised. */
export const access = z.strictObject({
  code: z.literal('F7'),
  ...aim,
  /**
   * `revoke` (default): every access token issued so far is withdrawn when the request arrives;
   * `shorten`: those issued so far end within `seconds`, whatever was promised, as under a clock that
   * is ahead; `spend`: the refresh token that the request uses is good only this once;
   * `hush`: from now on a read with a bad token is shown nothing instead of 401.
   */
  how: z.enum(['revoke', 'shorten', 'spend', 'hush']).optional(),
  seconds: z.int().min(0).optional(),
});

type Access = z.infer<typeof access>;

/** Touches the tokens, then handles the request. */
export function loseToken(rule: Access): Force {
  const { how = 'revoke' } = rule;
  return {
    onRequests: {
      aim: rule,
      lasting: how === 'hush',
      falls: ({ read }) => how !== 'hush' || read() !== undefined,
      strike: strikes[how](rule),
    },
  };
}

const strikes: Readonly<
  Record<NonNullable<Access['how']>, (rule: Access) => (moment: Moment) => Answer>
> = {
  revoke:
    () =>
    ({ site, handling, next, say }) => {
      site.tokens.revokeAll();
      say('F7: token no longer valid');
      return next(handling);
    },
  shorten:
    ({ seconds = 0 }) =>
    ({ site, handling, next, say }) => {
      const answer = next(handling);
      site.tokens.limit(seconds);
      say(`F7: tokens end within ${seconds} s`);
      return answer;
    },
  spend:
    () =>
    ({ site, handling, next, say }) => {
      const answer = next(handling);
      const used = new URLSearchParams(site.body).get('refresh_token');
      if (used !== null) site.tokens.spend(used);
      say('F7: refresh token spent');
      return answer;
    },
  hush:
    () =>
    ({ site, handling, next, say }) => {
      const answer = next(handling);
      if (answer.status !== 401) return answer;
      say('F7: showed nothing instead of 401');
      return site.denial();
    },
};
