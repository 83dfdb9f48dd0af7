import {
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhenResult,
  retry,
  wrap,
} from 'cockatiel';
import pThrottle from 'p-throttle';
import { restAskedBy, usualRestMs } from './retry-after.ts';

/** How patient and how gentle a connection to one real system is. */
export interface Steadiness {
  /** Requests in a second at the most; PowerOffice GO allows 50 for an integration (apis.md 1.7). */
  readonly perSecond: number;
  /** How often a read is tried in all. */
  readonly attempts: number;
  /** The first pause between two tries in milliseconds; each later one is twice as long. */
  readonly pauseMs: number;
  /** Milliseconds after which a request counts as lost. */
  readonly timeoutMs: number;
  /** After how many failures in a row a system is left alone, and for how many milliseconds. */
  readonly breaker: { readonly failures: number; readonly restMs: number };
}

export const usualSteadiness: Steadiness = {
  perSecond: 40,
  attempts: 4,
  pauseMs: 500,
  timeoutMs: 60_000,
  breaker: { failures: 10, restMs: 30_000 },
};

/** The longest pause between two tries, in milliseconds: who asks for more is not tried again here. */
const longestPauseMs = 120_000;

/**
 * A fetch for real systems in real time: it keeps to a rate, gives each request an end, tries
 * reads again with growing pauses (or those that the system asks for, where they are short), and
 * leaves a system that keeps failing alone for a while. Writes are never repeated here: what became
 * of them is the engine's to find out.
 */
export function steadyFetch(fetch: typeof globalThis.fetch, steadiness: Steadiness): typeof fetch {
  const { perSecond, attempts, timeoutMs, breaker } = steadiness;
  const throttled = pThrottle({ limit: perSecond, interval: 1000 })(fetch);
  const troubled = handleWhenResult(isTroubled).orWhen(() => true);
  const fuse = circuitBreaker(troubled, {
    halfOpenAfter: breaker.restMs,
    breaker: new ConsecutiveBreaker(breaker.failures),
  });
  const passing = handleWhenResult(isPassing).orWhen(() => true);
  const again = retry(passing, { maxAttempts: attempts - 1, backoff: backoff(steadiness) });
  const repeatedly = wrap(again, fuse);
  return (input, init) => {
    const policy = isRead(input, init) ? repeatedly : fuse;
    return policy.execute(() =>
      // Bounds the reading of the body as well, which goes on after the policy is through.
      throttled(input, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
    );
  };
}

function isRead(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): boolean {
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
  return method.toUpperCase() === 'GET';
}

function isTroubled(result: unknown): result is Response {
  return result instanceof Response && (result.status === 429 || result.status >= 500);
}

/** Whether another try is worth it: a system that asks for a longer pause is left to who can wait. */
function isPassing(result: unknown): boolean {
  return isTroubled(result) && (restAskedBy(result) ?? 0) <= longestPauseMs;
}

function backoff({ pauseMs }: Steadiness): DelegateBackoff<Tried> {
  return new DelegateBackoff(
    ({ attempt, result }) => restOf(result) ?? pauseMs * 2 ** (attempt - 1),
  );
}

interface Tried {
  readonly attempt: number;
  readonly result: { readonly value: unknown } | { readonly error: unknown };
}

/** How long the system wants to be left alone, where it wants that at all. */
function restOf(result: Tried['result']): number | undefined {
  const answer = 'value' in result ? result.value : undefined;
  if (!(answer instanceof Response)) return undefined;
  return restAskedBy(answer) ?? (answer.status === 429 ? usualRestMs : undefined);
}
