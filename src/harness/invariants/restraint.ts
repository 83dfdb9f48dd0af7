import type { Violation } from '../../checklist/violation.ts';
import { requestInWords } from '../watching/request-in-words.ts';
import type { Hasty } from '../watching/traffic.ts';
import type { Invariant } from './invariant.ts';

/** A system that asks to be left alone is, for as long as it says; and no token is asked for while one is good. */
export const restraint: Invariant = {
  law: 'I13 restraint',
  judge: async ({ hasty }) => hasty.map(violation),
};

function violation({ request, after, why }: Hasty): Violation {
  const [sent, before] = [requestInWords(request), requestInWords(after)];
  const ms = request.at - after.at;
  const message =
    why === 'resting'
      ? `${sent}, was sent ${ms} ms after ${before}, had been answered 429`
      : `${sent}, asked for a token ${ms} ms after ${before}, had given one that was still good`;
  return {
    law: restraint.law,
    message,
    ...(why === 'resting'
      ? { expected: `Retry-After: ${after.retryAfter ?? 'not said, 1'} s` }
      : {}),
  };
}
