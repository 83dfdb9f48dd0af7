import type { Clock } from '../../src/clock.ts';

/** What goes into one request beside its address; `json` sets body and content type. */
export interface Ask {
  readonly method?: string;
  readonly json?: unknown;
  readonly body?: string | FormData | URLSearchParams;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether it goes out at once, without regard for any rate. */
  readonly hurried?: boolean;
}

/** An answer, read; `body` is `undefined` where the text is no JSON. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

/** Sends one request to an absolute URL. */
export type Send = (url: string, ask?: Ask) => Promise<Reply>;

/** The way to a system, and how gently it is to be treated. */
export interface Way {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Milliseconds before each request. */
  readonly pace: number;
  /** Milliseconds between a write and the next read: reads may come from a replica (`apis.md 1.7`). */
  readonly settling: number;
}

/** Requests over that way, one after the other unless they are hurried. */
export function createSend({ fetch, clock, pace, settling }: Way): Send {
  let settled = 0;
  return async (url, ask = {}) => {
    const { method = 'GET', hurried = false } = ask;
    if (!hurried) await clock.sleep(pace);
    if (method === 'GET') await clock.sleep(Math.max(0, settled - clock.now()));
    const response = await fetch(url, { method, ...contentOf(ask) });
    if (method !== 'GET') settled = clock.now() + settling;
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  };
}

function contentOf({ json, body, headers }: Ask): RequestInit {
  if (json === undefined) {
    return { headers: { ...headers }, ...(body === undefined ? {} : { body }) };
  }
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { headers: { ...type, ...headers }, body: JSON.stringify(json) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
