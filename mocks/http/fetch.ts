import type { Twin } from '../twin.ts';
import type { Answer } from './answer.ts';
import { responseOf, sentOf } from './interception.ts';
import type { Endpoint } from './wire.ts';

/** A request that no twin owns. */
class StrayRequest extends Error {
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

/** How time passes for a caller whose answer is held back; virtual time moves its clock. */
export type Passing = (ms: number) => void;

/**
 * Calls the twins' endpoints directly, without interception and without a socket. A broken
 * connection rejects with `TypeError('fetch failed')`, as Node's fetch does. `pass` lets time go by
 * where an answer is slow; without it none does.
 */
export function twinFetch(twins: readonly Twin[], pass: Passing = () => {}): TwinFetch {
  // One base URL may lie below another: the longest owns the request.
  const endpoints = twins
    .flatMap((twin) => [...twin.endpoints])
    .sort((a, b) => b.baseUrl.length - a.baseUrl.length);
  const strays: string[] = [];
  const defects: unknown[] = [];
  const queue = new Queue();
  const answered = async (endpoint: Endpoint, request: Request): Promise<Answer> => {
    const sent = await sentOf(request);
    try {
      return endpoint.answer(sent);
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
      const endpoint = endpoints.find(({ baseUrl }) => url.startsWith(`${baseUrl}/`));
      if (!endpoint) {
        strays.push(`${method} ${url}`);
        throw new StrayRequest(`No twin owns ${method} ${url}`);
      }
      const answer = await queue.through(() => answered(endpoint, request));
      pass(waitOf(answer));
      if (answer.status === 0) throw new TypeError('fetch failed');
      return responseOf(answer);
    },
  };
}

/** Milliseconds until the whole answer is there. */
function waitOf({ pace, body }: Answer): number {
  const dripping = pace?.drip === undefined ? 0 : (body.length / pace.drip) * 1000;
  return (pace?.delay ?? 0) + dripping;
}

/** How long an answer waits for others that may never come, in turns of the event loop. */
const patience = 100;

/** Holds an answer back until others have passed it. */
class Queue {
  #passed = 0;

  async through(answered: () => Promise<Answer>): Promise<Answer> {
    const answer = await answered();
    const until = this.#passed + (answer.pace?.hold ?? 0);
    for (let turn = 0; this.#passed < until && turn < patience; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#passed += 1;
    return answer;
  }
}
