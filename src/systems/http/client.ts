import type { Clock } from '../../clock.ts';
import { bearerTokens } from './bearer-tokens.ts';
import type { Asked, Call } from './call.ts';
import { type Exchange, exchange, type HttpRequest } from './exchange.ts';
import { parseJson } from './json.ts';
import { politeFetch } from './polite-fetch.ts';
import { nothingDone, unusable } from './reasons.ts';

/** What every system's configuration says about reaching it. */
export interface Connection {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
}

/** What came of one call. A `reason` is a whole sentence, without secrets and without the query. */
export type Answer =
  /** 2xx with JSON. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  /** The system said no: a 4xx but for 401, 408 and 429. `body` is `undefined` where it is not JSON. */
  | { readonly kind: 'rejected'; readonly status: number; readonly body: unknown }
  /** Nothing was done: throttled, or no token that the system takes. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Nobody knows whether anything was done. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** A system's API behind its token. */
export interface ApiClient {
  readonly system: string;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** Sends one call, and once more with a fresh token after a 401; never throws. */
  send(call: Call): Promise<Answer>;
}

interface ClientConfig extends Connection {
  readonly system: string;
  /** The token request below the base URL; its body is a form (apis.md S4). */
  readonly token: {
    readonly target: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly form: Readonly<Record<string, string>>;
  };
}

/** A client that keeps its own token. `baseUrl` may end in a slash. */
export function apiClient({ system, clock, token, ...config }: ClientConfig): ApiClient {
  const fetch = politeFetch(config.fetch, clock);
  const baseUrl = config.baseUrl.replace(/\/+$/, '');
  const tokens = bearerTokens({
    fetch,
    clock,
    request: {
      method: 'POST',
      url: `${baseUrl}${token.target}`,
      headers: { ...token.headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(token.form).toString(),
    },
  });

  const attempt = async (call: Call, spurned?: string): Promise<Answer> => {
    const grant = await tokens.grant(spurned);
    if (grant.kind === 'none') {
      const problem = `POST ${token.target} ${grant.problem}`;
      return { kind: 'failed', reason: `${system} gave no access token: ${problem}` };
    }
    const result = await exchange(fetch, wireRequest(call, { baseUrl, token: grant.token }));
    const refused = result.kind === 'answered' && result.status === 401;
    if (refused && spurned === undefined) return attempt(call, grant.token);
    return answerOf(result, { system, call });
  };
  return { system, baseUrl, send: (call) => attempt(call) };
}

function wireRequest(call: Call, to: { baseUrl: string; token: string }): HttpRequest {
  const { method, target, body } = call;
  const headers = { accept: 'application/json', authorization: `Bearer ${to.token}` };
  const url = `${to.baseUrl}${target}`;
  if (body === undefined) return { method, url, headers };
  return { method, url, headers: { ...headers, 'content-type': body.type }, body: body.text };
}

function answerOf(result: Exchange, asked: Asked): Answer {
  const unknown = (problem: string): Answer => ({
    kind: 'unknown',
    reason: unusable(asked, problem),
  });
  if (result.kind === 'broken') return unknown(result.problem);
  const { status } = result;
  if (status === 401 || status === 429) {
    const problem = status === 401 ? 'answered 401 to a fresh token too' : 'answered 429';
    return { kind: 'failed', reason: nothingDone(asked, problem) };
  }
  if (status < 200 || (status >= 300 && status < 400) || status === 408 || status >= 500) {
    return unknown(`answered ${status}`);
  }
  const body = parseJson(result.text);
  if (status >= 400) return { kind: 'rejected', status, body };
  if (body === undefined) return unknown(`answered ${status} with something that is not JSON`);
  return { kind: 'answered', status, body };
}
