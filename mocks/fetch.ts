import { getResponse } from 'msw';
import type { Twin } from './twin.ts';

/** A request that no twin owns. */
export class StrayRequest extends Error {
  override readonly name = 'StrayRequest';
  readonly code = 'stray-request';
}

/** A fetch that reaches the twins and nothing else, and what went wrong on the way. */
export interface TwinFetch {
  readonly fetch: typeof fetch;
  /** Method and URL of each request that no twin owned, in order. */
  readonly strays: readonly string[];
  /** What a twin threw instead of answering: always a fault of the twin, never of its caller. */
  readonly defects: readonly unknown[];
}

/**
 * Calls the twins' handlers directly, without interception and without a socket. A broken
 * connection rejects with `TypeError('fetch failed')`, as Node's fetch does.
 */
export function twinFetch(twins: readonly Twin[]): TwinFetch {
  const handlers = twins.flatMap((twin) => [...twin.handlers]);
  const strays: string[] = [];
  const defects: unknown[] = [];
  const answered = async (request: Request): Promise<Response | undefined> => {
    try {
      return await getResponse(handlers, request);
    } catch (defect) {
      defects.push(defect);
      throw defect;
    }
  };
  return {
    strays,
    defects,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const { method, url } = request;
      const response = await answered(request);
      if (response === undefined) {
        strays.push(`${method} ${url}`);
        throw new StrayRequest(`No twin owns ${method} ${url}`);
      }
      if (response.type === 'error') throw new TypeError('fetch failed');
      return response;
    },
  };
}
