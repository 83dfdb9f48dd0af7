import type { Clock, Instant } from '../../clock.ts';
import { restAskedBy, usualRestMs } from './retry-after.ts';

/** The longest rest that a system may ask for, in milliseconds: an hour. */
const longestRestMs = 3_600_000;

/**
 * A fetch for one system that sends nothing while the system has asked to be left alone: after a
 * 429 it answers 429 itself until the time that the system asks for is over, or a second where it
 * does not say. It waits for nothing: what was not sent is the engine's to try again.
 */
export function politeFetch(fetch: typeof globalThis.fetch, clock: Clock): typeof fetch {
  let restUntil: Instant = Number.NEGATIVE_INFINITY;
  return async (input, init) => {
    if (clock.now() < restUntil) return new Response(null, { status: 429 });
    const answer = await fetch(input, init);
    if (answer.status === 429) {
      restUntil = clock.now() + Math.min(restAskedBy(answer) ?? usualRestMs, longestRestMs);
    }
    return answer;
  };
}
