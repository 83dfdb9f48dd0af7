import { z } from 'zod';
import type { Clock, Instant } from '../../clock.ts';
import { type Exchange, exchange, type HttpRequest } from './exchange.ts';
import { parseJson } from './json.ts';

/** A token to send, or why there is none. */
type Grant =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'none'; readonly problem: string };

/** The access token of one system, kept fresh. */
export interface BearerTokens {
  /** A token that is good now; `spurned` is one that the system has just refused, if any. */
  grant(spurned?: string): Promise<Grant>;
}

interface TokenConfig {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly request: HttpRequest;
}

/** How long before its end a token is renewed, in milliseconds: the flight of one request. */
const renewalMargin = 10_000;

const tokenAnswer = z.looseObject({
  /** Visible ASCII only, so that it can be a header. */
  access_token: z.string().regex(/^[\x21-\x7e]+$/),
  token_type: z.string().regex(/^bearer$/i),
  /** Seconds. */
  expires_in: z.number().positive(),
});

/** `error` of RFC 6749 section 5.2; anything else in its place is not repeated. */
const tokenError = z.looseObject({ error: z.string().regex(/^[a-z_]{1,40}$/) });

/**
 * Fetches a token when the first one is needed, when the held one is about to end, and when it
 * was refused. Callers that need one at the same time share one renewal.
 */
export function bearerTokens({ fetch, clock, request }: TokenConfig): BearerTokens {
  let held: { readonly token: string; readonly renewAt: Instant } | undefined;
  let renewal: Promise<Grant> | undefined;

  const renew = async (): Promise<Grant> => {
    const asked = clock.now();
    const answer = await exchange(fetch, request);
    const issued = tokenAnswer.safeParse(successBody(answer));
    held = undefined;
    if (!issued.success) return { kind: 'none', problem: problemOf(answer) };
    const lifetime = issued.data.expires_in * 1000;
    const token = issued.data.access_token;
    // A tenth at most: a system that issues short tokens must not cost a renewal for each request.
    held = { token, renewAt: asked + lifetime - Math.min(renewalMargin, lifetime / 10) };
    return { kind: 'token', token };
  };

  return {
    grant: async (spurned) => {
      if (held !== undefined && held.token !== spurned && clock.now() < held.renewAt) {
        return { kind: 'token', token: held.token };
      }
      renewal ??= renew().finally(() => {
        renewal = undefined;
      });
      return renewal;
    },
  };
}

function successBody(answer: Exchange): unknown {
  return answer.kind === 'answered' && answer.status === 200 ? parseJson(answer.text) : undefined;
}

function problemOf(answer: Exchange): string {
  if (answer.kind === 'broken') return answer.problem;
  if (answer.status === 200) return 'answered 200 without a usable token';
  const { data } = tokenError.safeParse(parseJson(answer.text));
  return data === undefined
    ? `answered ${answer.status}`
    : `answered ${answer.status} (${data.error})`;
}
