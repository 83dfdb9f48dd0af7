import type { RequestEntry } from '../../evidence/ledger.ts';
import { isForToken } from './trouble.ts';

/** How long a system is left alone that does not say how long, in milliseconds. */
const usualRestMs = 1000;

/** A request that should not have been sent, and the one before it that says so. */
export interface Hasty {
  readonly request: RequestEntry;
  readonly after: RequestEntry;
  readonly why: 'resting' | 'token-is-good';
}

/** Watches an engine's manners on the wire. */
export interface Traffic {
  /**
   * Takes in the requests of one pass; returns those that came too soon. Where another engine was
   * started since the pass before, nobody can tell which engine sent what, nor what it knew.
   */
  take(requests: readonly RequestEntry[], starts: readonly unknown[]): readonly Hasty[];
}

export function createTraffic(): Traffic {
  const throttled = new Map<string, RequestEntry>();
  const granted = new Map<string, RequestEntry>();
  let lives = 0;
  const judge = (request: RequestEntry): readonly Hasty[] => {
    const { system, at } = request;
    const told = throttled.get(system);
    const token = isForToken(request) ? granted.get(system) : undefined;
    const resting = told !== undefined && at < told.at + restMs(told);
    const needless = token !== undefined && at < token.at + goodForMs(token);
    return [
      ...(resting ? [{ request, after: told, why: 'resting' } as const] : []),
      ...(needless ? [{ request, after: token, why: 'token-is-good' } as const] : []),
    ];
  };
  const remember = (request: RequestEntry): void => {
    const { system, status } = request;
    if (status === 429) throttled.set(system, request);
    // A token that is refused is good no more.
    if (status === 401) granted.delete(system);
    if (isForToken(request) && status === 200) granted.set(system, request);
  };
  return {
    take: (requests, starts) => {
      if (starts.length > lives) {
        lives = starts.length;
        throttled.clear();
        granted.clear();
        return [];
      }
      return requests.flatMap((request) => {
        const hasty = judge(request);
        remember(request);
        return hasty;
      });
    },
  };
}

function restMs({ retryAfter }: RequestEntry): number {
  return retryAfter === undefined ? usualRestMs : retryAfter * 1000;
}

/** The part of a token's lifetime in which nobody needs another: its last tenth may be left over. */
function goodForMs({ response }: RequestEntry): number {
  const [, seconds] = /"expires_in":\s*(\d+)/.exec(response) ?? [];
  return seconds === undefined ? 0 : Number(seconds) * 900;
}
