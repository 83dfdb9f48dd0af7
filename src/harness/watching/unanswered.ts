import type { RequestEntry } from '../../evidence/ledger.ts';

/** Writes that went out and of which no answer came back that can be trusted. */
export interface Unanswered {
  take(requests: readonly RequestEntry[]): void;
  /** Whether the very same write was sent before, and its answer was lost. */
  isRepeated(request: RequestEntry): boolean;
  /** Whether the answer to the request with this number in the ledger was lost. */
  isLost(seq: number | undefined): boolean;
}

export function createUnanswered(): Unanswered {
  const first = new Map<string, number>();
  const lost = new Set<number>();
  return {
    take: (requests) => {
      for (const request of requests.filter(isLost)) {
        lost.add(request.seq);
        if (!first.has(keyOf(request))) first.set(keyOf(request), request.seq);
      }
    },
    isLost: (seq) => seq !== undefined && lost.has(seq),
    isRepeated: (request) => (first.get(keyOf(request)) ?? request.seq) < request.seq,
  };
}

/** Whether nothing came back, or something that does not tell what was done: F2 to F6, no stamp, other fields, held back. */
function isLost({ mutating, status, fault = '' }: RequestEntry): boolean {
  return mutating && (status === 0 || status >= 500 || /\bF([2-6]|11|16|21):/.test(fault));
}

function keyOf({ system, method, url, request }: RequestEntry): string {
  return `${system} ${method} ${url} ${request}`;
}
