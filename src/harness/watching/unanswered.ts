import type { RequestEntry } from '../../evidence/ledger.ts';

/** Writes that went out and of which no answer came back. */
export interface Unanswered {
  take(requests: readonly RequestEntry[]): void;
  /** Whether the very same write was sent before, and its answer was lost. */
  isRepeated(request: RequestEntry): boolean;
}

export function createUnanswered(): Unanswered {
  const first = new Map<string, number>();
  return {
    take: (requests) => {
      for (const request of requests) {
        const { mutating, status, seq } = request;
        const lost = mutating && (status === 0 || status >= 500);
        if (lost && !first.has(keyOf(request))) first.set(keyOf(request), seq);
      }
    },
    isRepeated: (request) => (first.get(keyOf(request)) ?? request.seq) < request.seq,
  };
}

function keyOf({ system, method, url, request }: RequestEntry): string {
  return `${system} ${method} ${url} ${request}`;
}
