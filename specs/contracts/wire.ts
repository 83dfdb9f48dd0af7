import nock from 'nock';
import type { DocumentedExchange } from '../../fixtures/exchanges/exchange.ts';

/** Answers each of these requests once, if it comes with exactly this method, target, headers and body. */
export function play(baseUrl: string, ...exchanges: readonly DocumentedExchange[]): void {
  for (const { request, answer } of exchanges) {
    expected(baseUrl, request).reply(answer.status, answer.body, { ...answer.headers });
  }
}

/** Takes each of these requests once, and breaks the connection instead of answering. */
export function breakOff(baseUrl: string, ...exchanges: readonly DocumentedExchange[]): void {
  for (const { request } of exchanges) {
    expected(baseUrl, request).replyWithError(Object.assign(new Error(), { code: 'ECONNRESET' }));
  }
}

/** A documented request with another answer. */
export function answering(
  exchange: DocumentedExchange,
  answer: { readonly status: number; readonly body?: string },
): DocumentedExchange {
  return { ...exchange, answer: { headers: {}, body: '', ...answer } };
}

/** Lets nothing through to the network. */
export function closeNetwork(): void {
  nock.disableNetConnect();
}

/** The requests that were expected and did not come; forgets them. */
export function leftOver(): readonly string[] {
  const pending = nock.pendingMocks();
  nock.cleanAll();
  return pending;
}

function expected(baseUrl: string, request: DocumentedExchange['request']) {
  const { method, target, headers, body } = request;
  return nock(baseUrl, { reqheaders: { ...headers } }).intercept(
    (path) => path === target,
    method,
    body,
  );
}
