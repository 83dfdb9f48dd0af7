import type { Clock, Instant } from '../../clock.ts';

/** How long a system is left alone that does not say how long, in milliseconds. */
const usualRestMs = 1000;

/** The longest rest that a system may ask for, in milliseconds: an hour. */
const longestRestMs = 3_600_000;

/**
 * A fetch for one system that sends nothing while the system has asked to be left alone: after a
 * 429 it answers 429 itself until the `Retry-After` (RFC 9110, 10.2.3) is over, or a second where
 * there is none. It waits for nothing: what was not sent is the engine's to try again.
 */
export function politeFetch(fetch: typeof globalThis.fetch, clock: Clock): typeof fetch {
  let restUntil: Instant = Number.NEGATIVE_INFINITY;
  return async (input, init) => {
    if (clock.now() < restUntil) return new Response(null, { status: 429 });
    const answer = await fetch(input, init);
    if (answer.status === 429) restUntil = clock.now() + restAskedBy(answer);
    return answer;
  };
}

function restAskedBy({ headers }: Response): number {
  const asked = headers.get('retry-after');
  if (asked === null || !/^\d+$/.test(asked)) return usualRestMs;
  return Math.min(Number(asked) * 1000, longestRestMs);
}
