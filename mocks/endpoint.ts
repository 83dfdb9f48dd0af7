import { type HttpHandler, http } from 'msw';
import type { Answer } from './answer.ts';
import type { Site } from './faults/site.ts';
import { maskedForm, maskedToken } from './mask.ts';
import type { Desk } from './party.ts';
import { createMatcher, type Match, type Route, type RouteKind } from './route.ts';
import type { Tokens } from './tokens.ts';
import type { TwinOptions } from './twin.ts';

/** How a system says what is not the answer to a call that it understood. */
export interface Dialect {
  /** The answer for a status of 400 and above that no route gave. */
  failure(status: number, headers?: Readonly<Record<string, string>>): Answer;
  /** How the system says no to a write, or shows nothing to a reader, though all is well. */
  denial(kind: RouteKind): Answer;
}

/** All that stands between the wire and a system's routes. */
export interface EndpointSetting extends Pick<TwinOptions, 'ledger' | 'faults'> {
  readonly system: string;
  readonly baseUrl: string;
  readonly routes: readonly Route[];
  /** Whether paths are taken in any casing and with spare slashes. */
  readonly lenient: boolean;
  readonly dialect: Dialect;
  readonly tokens: Tokens;
  readonly desk: Desk;
}

/** A request off the wire, its body read. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** The one msw handler of a twin: it owns every request below the base URL. */
export function createHandler(setting: EndpointSetting): HttpHandler {
  const answer = createAnswerer(setting);
  return http.all(
    ({ request }) => request.url.startsWith(`${setting.baseUrl}/`),
    async ({ request }) => {
      const body = request.body === null ? '' : await request.text();
      const { method, url, headers } = request;
      return responseOf(answer({ method, url, headers, body }));
    },
  );
}

/** Answers a request at once and writes it into the ledger, faults included. */
function createAnswerer(setting: EndpointSetting): (sent: Sent) => Answer {
  const match = createMatcher(setting.routes, setting);
  const { ledger, faults, system } = setting;
  return (sent) => {
    const url = new URL(sent.url);
    const found = match(sent.method, url.pathname);
    const kind = kindOf(found, sent.method);
    const secret = kind === 'token';
    const contentType = sent.headers.get('content-type') ?? '';
    const seq = ledger.arrive({
      system,
      method: sent.method,
      url: `${url.pathname}${url.search}`,
      mutating: kind === 'write',
      request: secret ? maskedForm(contentType, sent.body) : sent.body,
    });
    const site = siteOf({ setting, sent, found, url });
    const { answer, words } = faults.around(site, () =>
      handled({ setting, sent, found, url, seq }),
    );
    ledger.end(seq, {
      status: answer.status,
      response: secret ? maskedToken(answer.body) : answer.body,
      refused: answer.refused ?? false,
      ...(words.length === 0 ? {} : { fault: words.join('; ') }),
    });
    return answer;
  };
}

interface Received {
  readonly setting: EndpointSetting;
  readonly sent: Sent;
  readonly found: Match;
  readonly url: URL;
}

function handled({ setting, sent, found, url, seq }: Received & { readonly seq: number }): Answer {
  const { dialect, tokens } = setting;
  if (found.found !== 'route') return dialect.failure(found.found === 'path' ? 405 : 404);
  const { route, params } = found;
  if (route.kind !== 'token' && !tokens.accepts(sent.headers.get('authorization') ?? '')) {
    return dialect.failure(401);
  }
  const { headers, body } = sent;
  return route.handle({ url, params, headers, body, by: { author: 'engine', request: seq } });
}

function siteOf({ setting, sent, found, url }: Received): Site {
  const { system, dialect, tokens, desk } = setting;
  const kind = kindOf(found, sent.method);
  const route = found.found === 'route' ? found.route : undefined;
  const params = found.found === 'route' ? found.params : {};
  const addressed = (): string | undefined => route?.addressed?.({ params, body: sent.body });
  return {
    system,
    method: sent.method,
    url: `${url.pathname}${url.search}`,
    isToken: kind === 'token',
    entity: route?.entity,
    mutating: kind === 'write',
    addressed,
    write: () => {
      if (kind !== 'write') return undefined;
      if (sent.method === 'DELETE') return 'delete';
      return addressed() === undefined ? 'create' : 'update';
    },
    failure: (status, headers) => dialect.failure(status, headers),
    denial: () => dialect.denial(kind),
    revokeTokens: () => tokens.revokeAll(),
    edit: (entity, id, fields) => desk.edit(entity, id, fields),
  };
}

/** What has no route counts as a write unless its method says that it only reads. */
function kindOf(found: Match, method: string): RouteKind {
  if (found.found === 'route') return found.route.kind;
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS' ? 'one' : 'write';
}

function responseOf({ status, headers, body }: Answer): Response {
  if (status === 0) return Response.error();
  return new Response(body === '' ? null : body, { status, headers });
}
