import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from '../http/answer.ts';
import type { Sent } from '../http/wire.ts';
import type { Twin } from '../twin.ts';
import { readBody } from './body.ts';
import type { Pacing } from './pace.ts';
import { refuse } from './reply.ts';

/** One request as it comes off the wire, and what becomes of it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly pacing: Pacing;
  /** Answers what was sent; its URL is path and query alone. */
  readonly answer: (sent: Sent) => Answer | Promise<Answer>;
}

/**
 * Has a request answered, and sends the answer as it wants to be sent. What never was a request to
 * an API is refused before: a target that is no path, a body of more than 1 MB.
 */
export async function exchange({ request, response, pacing, answer }: Exchange): Promise<void> {
  const { method = '', url = '' } = request;
  if (!url.startsWith('/')) return refuse(response, 400, 'The target must be a path.');
  const body = await readBody(request);
  if (body === undefined) return refuse(response, 413, 'The body is longer than 1 MB.');
  const given = await answer({ method, url, headers: headersOf(request), body });
  if (given.pace) await pacing.release(given);
  await send(given, response, pacing);
  pacing.passed();
}

/** A twin's answer, by the endpoint with the longest base that the URL begins with: one may lie below another. */
export function answerOf({ baseUrl: own, endpoints, system }: Twin, sent: Sent): Answer {
  const url = `${own}${sent.url}`;
  const [endpoint] = endpoints
    .filter(({ baseUrl }) => url.startsWith(`${baseUrl}/`))
    .sort((a, b) => b.baseUrl.length - a.baseUrl.length);
  if (!endpoint) throw new Error(`No endpoint of ${system} owns ${url}`);
  return endpoint.answer({ ...sent, url });
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
