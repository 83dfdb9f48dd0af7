import type { ServerResponse } from 'node:http';

/** What the server itself says, before or beside any system's API: status and one sentence as JSON. */
export function refuse(response: ServerResponse, status: number, error: string): void {
  replyJson(response, { status, body: { error }, headers: { connection: 'close' } });
}

/** A JSON answer. */
export function replyJson(
  response: ServerResponse,
  reply: {
    readonly status: number;
    readonly body: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  },
): void {
  const text = `${JSON.stringify(reply.body)}\n`;
  response.writeHead(reply.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...reply.headers,
  });
  response.end(text);
}
