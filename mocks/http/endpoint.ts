import type { Handling, Site } from '../faults/site.ts';
import type { Actor } from '../people/actor.ts';
import { audit } from '../people/audit.ts';
import type { TwinOptions } from '../twin.ts';
import type { Answer } from './answer.ts';
import type { Dialect } from './dialect.ts';
import { maskedForm, maskedToken } from './mask.ts';
import { createMatcher, type Match, type Route, type RouteKind } from './route.ts';
import type { Tokens } from './tokens.ts';
import type { Endpoint, Sent } from './wire.ts';

/** All that stands between the wire and a system's routes. */
export interface EndpointSetting extends Pick<TwinOptions, 'ledger' | 'faults' | 'clock'> {
  readonly system: string;
  readonly baseUrl: string;
  readonly routes: readonly Route[];
  /** Whether paths are taken in any casing and with spare slashes. */
  readonly lenient: boolean;
  readonly dialect: Dialect;
  readonly tokens: Tokens;
  readonly act: Actor;
  /** Turns a request away before it is looked at: limits, keys. */
  readonly admit?: (sent: Sent, kind: RouteKind) => Answer | undefined;
}

/** The endpoint of a setting. */
export function createEndpoint(setting: EndpointSetting): Endpoint {
  const { baseUrl, routes } = setting;
  return { baseUrl, routes, answer: createAnswerer(setting) };
}

/** Answers a request at once and writes it into the ledger, faults included. */
function createAnswerer(setting: EndpointSetting): (sent: Sent) => Answer {
  const match = below(setting.baseUrl, createMatcher(setting.routes, setting));
  const { ledger, faults, system, dialect } = setting;
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
    const received = { setting, sent, url, match, found, kind };
    const { answer, words } = faults.around(siteOf(received), {
      handling: { url },
      handle: (handling) => {
        const given = handled(received, handling, seq);
        audit(given, dialect.expected(kind, given));
        return given;
      },
    });
    ledger.end(seq, {
      status: answer.status,
      response: secret ? maskedToken(answer.body) : answer.body,
      refused: answer.refused ?? false,
      ...(words.length === 0 ? {} : { fault: words.join('; ') }),
      ...restAskedBy(answer),
    });
    return answer;
  };
}

/** `Retry-After` in seconds (RFC 9110, 10.2.3), where the answer has one. */
function restAskedBy({ headers }: Answer): { readonly retryAfter?: number } {
  const asked = headers['retry-after'];
  return asked === undefined ? {} : { retryAfter: Number(asked) };
}

type Matcher = (method: string, pathname: string) => Match;

/** Routes begin where the base URL ends, which may have a path of its own. */
function below(baseUrl: string, match: Matcher): Matcher {
  const base = new URL(baseUrl).pathname.replace(/\/$/, '');
  return (method, pathname) =>
    match(method, pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname);
}

interface Received {
  readonly setting: EndpointSetting;
  readonly sent: Sent;
  readonly url: URL;
  readonly match: Matcher;
  readonly found: Match;
  readonly kind: RouteKind;
}

function handled(received: Received, handling: Handling, seq: number): Answer {
  const { setting, sent, match, kind } = received;
  const { url, lag, body = sent.body } = handling;
  const { dialect, tokens } = setting;
  const turnedAway = setting.admit?.(sent, kind);
  if (turnedAway) return turnedAway;
  // A fault may have led the request elsewhere.
  const found = url === received.url ? received.found : match(sent.method, url.pathname);
  if (found.found !== 'route') return dialect.failure(found.found === 'path' ? 405 : 404);
  const { route, params } = found;
  const authorization = sent.headers.get('authorization') ?? '';
  if (route.kind !== 'token' && !tokens.accepts(authorization)) return dialect.failure(401);
  const { privileges } = route;
  if (privileges && !tokens.permits(authorization, privileges)) return dialect.failure(403);
  const { headers } = sent;
  return route.handle({ url, params, headers, body, lag, by: { author: 'engine', request: seq } });
}

function siteOf({ setting, sent, url, found, kind }: Received): Site {
  const { system, dialect, tokens, act, clock } = setting;
  const route = found.found === 'route' ? found.route : undefined;
  const params = found.found === 'route' ? found.params : {};
  const mutating = kind === 'write';
  const addressed = (): string | undefined => route?.addressed?.({ params, body: sent.body });
  return {
    system,
    method: sent.method,
    url: `${url.pathname}${url.search}`,
    body: sent.body,
    isToken: kind === 'token',
    entity: route?.entity,
    mutating,
    notices: kind === 'notices',
    addressed,
    read: () => {
      if (kind !== 'list') return kind === 'one' ? 'one' : undefined;
      return dialect.searches(url.searchParams) ? 'search' : 'list';
    },
    write: () => {
      if (!mutating) return undefined;
      if (sent.method === 'DELETE') return 'delete';
      return addressed() === undefined ? 'create' : 'update';
    },
    now: () => clock.now(),
    failure: (status, headers) => dialect.failure(status, headers),
    denial: () => dialect.denial(kind),
    refusal: (message) => dialect.refusal(message),
    records: dialect.records,
    tokens,
    act,
  };
}

/** What has no route counts as a write unless its method says that it only reads. */
function kindOf(found: Match, method: string): RouteKind {
  if (found.found === 'route') return found.route.kind;
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS' ? 'one' : 'write';
}
