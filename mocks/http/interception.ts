import { type HttpHandler, http } from 'msw';
import type { Endpoint, Sent } from './wire.ts';

/** The msw handler of an endpoint: it owns every request below the base URL. */
export function handlerOf({ baseUrl, answer }: Endpoint): HttpHandler {
  return http.all(
    ({ request }) => request.url.startsWith(`${baseUrl}/`),
    async ({ request }) => responseOf(answer(await sentOf(request))),
  );
}

/** A request with its body read. */
export async function sentOf(request: Request): Promise<Sent> {
  const { method, url, headers } = request;
  return { method, url, headers, body: request.body === null ? '' : await request.text() };
}

/** An answer as fetch gives it. */
export function responseOf({ status, headers, body }: ReturnType<Endpoint['answer']>): Response {
  if (status === 0) return Response.error();
  return new Response(body === '' ? null : body, { status, headers });
}
