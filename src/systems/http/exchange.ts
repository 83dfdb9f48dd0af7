import { readBody } from './body.ts';
import type { Call } from './call.ts';

/** One request as it goes over the wire. */
export interface HttpRequest {
  readonly method: Call['method'];
  /** Absolute, with its query already encoded. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** How far a request got: to a whole answer, or not. */
export type Exchange =
  | { readonly kind: 'answered'; readonly status: number; readonly text: string }
  /** `problem` ends a sentence that starts with the method and the path. */
  | { readonly kind: 'broken'; readonly problem: string };

/**
 * Sends one request and reads its whole answer; never throws. Redirects are not followed: they
 * would take a write, or a token, to a place that nobody configured.
 */
export async function exchange(
  fetch: typeof globalThis.fetch,
  request: HttpRequest,
): Promise<Exchange> {
  const { url, ...init } = request;
  try {
    return await answered(await fetch(url, { ...init, redirect: 'manual' }));
  } catch (error) {
    return { kind: 'broken', problem: `broke off${codeOf(error)}` };
  }
}

async function answered(response: Response): Promise<Exchange> {
  const { status } = response;
  const body = await readBody(response);
  return body.kind === 'text'
    ? { kind: 'answered', status, text: body.text }
    : { kind: 'broken', problem: `answered ${status} ${body.problem}` };
}

/** Only the code: the messages of fetch can quote headers, and with them the token. */
function codeOf(error: unknown): string {
  const { code } = Object(error instanceof Error ? (error.cause ?? error) : error);
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? ` (${code})` : '';
}
