import { connect, type Socket } from 'node:net';

/** One request, without host and length, which the client adds. */
export interface Shot {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a volley found. */
export interface Volley {
  readonly requests: number;
  readonly seconds: number;
  /** Answers that were not 2xx. */
  readonly failed: number;
}

/** Where to, how many connections at a time, for how long, and the request of each number. */
export interface Aim {
  readonly origin: string;
  readonly connections: number;
  readonly seconds: number;
  readonly shot: (number: number) => Shot;
}

/**
 * Sends requests over kept connections, on each the next one when the last is answered. It reads
 * of an answer only its status and where it ends, so that what is measured is the server.
 */
export async function volley(aim: Aim): Promise<Volley> {
  const { hostname, port, host } = new URL(aim.origin);
  const begin = performance.now();
  const end = begin + aim.seconds * 1000;
  const score = { requests: 0, failed: 0 };
  const next = (): Buffer | undefined =>
    performance.now() < end ? bytesOf(aim.shot(score.requests++), host) : undefined;
  const lines = Array.from({ length: aim.connections }, () =>
    fire(connect({ host: hostname, port: Number(port), noDelay: true }), next, (status) => {
      if (status < 200 || status > 299) score.failed += 1;
    }),
  );
  await Promise.all(lines);
  return { ...score, seconds: (performance.now() - begin) / 1000 };
}

function fire(
  socket: Socket,
  next: () => Buffer | undefined,
  heard: (status: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let pending = '';
    const send = (): void => {
      const bytes = next();
      if (bytes) socket.write(bytes);
      else socket.end();
    };
    socket.setEncoding('latin1');
    socket.on('connect', send);
    socket.on('data', (chunk: string) => {
      pending += chunk;
      if (!isWhole(pending)) return;
      heard(Number(pending.slice(9, 12)));
      pending = '';
      send();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
  });
}

/** Whether an answer has come to its end; every answer here has a length or comes in chunks. */
function isWhole(text: string): boolean {
  const head = text.indexOf('\r\n\r\n');
  if (head === -1) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head))?.[1];
  if (length !== undefined) return text.length >= head + 4 + Number(length);
  return /^HTTP\/1.1 204/.test(text) || text.endsWith('0\r\n\r\n');
}

function bytesOf({ method, path, headers = {}, body = '' }: Shot, host: string): Buffer {
  const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries({ host, ...headers, ...length }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}
