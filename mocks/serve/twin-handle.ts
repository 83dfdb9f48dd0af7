import { answerOf, exchange } from './exchange.ts';
import type { History } from './history.ts';
import type { Handle } from './listener.ts';
import { Pacing, type Sleep } from './pace.ts';
import { replyJson } from './reply.ts';
import { twinNamed } from './twin-set.ts';

/** A twin as it is served. */
export interface ServedTwin {
  readonly history: History;
  /** Its kind's name. */
  readonly name: string;
  /** Its OpenAPI document. */
  readonly document: object;
  readonly sleep: Sleep;
}

/**
 * Hands requests to the twin as they come off the wire. `GET /openapi.json` is the server's own:
 * the real API has none, and the ledger does not see it.
 */
export function twinHandle({ history, name, document, sleep }: ServedTwin): Handle {
  const pacing = new Pacing(sleep);
  return async (request, response) => {
    if (request.url === '/openapi.json' && request.method === 'GET') {
      return replyJson(response, { status: 200, body: document });
    }
    await exchange({
      request,
      response,
      pacing,
      answer: (sent) => history.do(({ twins }) => answerOf(twinNamed(twins, name), sent)),
    });
  };
}
