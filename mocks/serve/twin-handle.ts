import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from '../answer.ts';
import type { Twin } from '../twin.ts';
import type { Sent } from '../wire.ts';
import { readBody } from './body.ts';
import type { History } from './history.ts';
import type { Handle } from './listener.ts';
import { Pacing, type Sleep } from './pace.ts';
import { refuse, replyJson } from './reply.ts';
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
 * the real API has none, and the ledger does not see it. Nor does it see what never was a request
 * to an API: a target that is no path, a body of more than 1 MB.
 */
export function twinHandle({ history, name, document, sleep }: ServedTwin): Handle {
  const pacing = new Pacing(sleep);
  return async (request, response) => {
    const { method = '', url = '' } = request;
    if (!url.startsWith('/')) return refuse(response, 400, 'The target must be a path.');
    if (url === '/openapi.json' && method === 'GET') {
      return replyJson(response, { status: 200, body: document });
    }
    const body = await readBody(request);
    if (body === undefined) return refuse(response, 413, 'The body is longer than 1 MB.');
    const headers = headersOf(request);
    const answer = history.do(({ twins }) => {
      const twin = twinNamed(twins, name);
      return answered(twin, { method, url: `${twin.baseUrl}${url}`, headers, body });
    });
    if (answer.pace) await pacing.release(answer);
    await send(answer, response, pacing);
    pacing.passed();
  };
}

/** By the endpoint with the longest base that the URL begins with: one may lie below another. */
function answered({ endpoints }: Twin, sent: Sent): Answer {
  const [endpoint] = endpoints
    .filter(({ baseUrl }) => sent.url.startsWith(`${baseUrl}/`))
    .sort((a, b) => b.baseUrl.length - a.baseUrl.length);
  if (!endpoint) throw new Error(`No endpoint owns ${sent.url}`);
  return endpoint.answer(sent);
}

function headersOf({ headers }: IncomingMessage): Headers {
  const all = new Headers();
  for (const [name, value = ''] of Object.entries(headers)) all.set(name, String(value));
  return all;
}

/** A status of 0 breaks the connection, as a fault may want it. */
async function send(answer: Answer, response: ServerResponse, pacing: Pacing): Promise<void> {
  const { status, headers, body, pace } = answer;
  if (status === 0) {
    response.socket?.resetAndDestroy();
    return;
  }
  const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length });
  if (pace?.drip === undefined) response.end(body);
  else await pipeline(Readable.from(pacing.pieces(body, pace.drip)), response);
}
