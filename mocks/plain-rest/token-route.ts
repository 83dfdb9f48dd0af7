import { type Dice, drawn } from '../dice.ts';
import { type Answer, json, refusing } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { Tokens } from '../http/tokens.ts';
import { problem } from './problem.ts';

/** Seconds that a token lives. */
export const tokenLifetime = 3600;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `POST /connect/token`: client credentials in a form. */
export function tokenRoute(setting: {
  readonly tokens: Tokens;
  readonly dice: Dice;
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
}): Route {
  const { tokens, dice, credentials } = setting;
  return {
    method: 'POST',
    path: '/connect/token',
    kind: 'token',
    handle: ({ headers, body }) => {
      const contentType = headers.get('content-type') ?? '';
      if (!contentType.startsWith('application/x-www-form-urlencoded')) {
        return problem(415, 'The body must be application/x-www-form-urlencoded.');
      }
      const form = new URLSearchParams(body);
      if (form.get('grant_type') !== 'client_credentials') return oauth('unsupported_grant_type');
      const known =
        form.get('client_id') === credentials.clientId &&
        form.get('client_secret') === credentials.clientSecret;
      if (!known) return oauth('invalid_client');
      const token = drawn(letters, 40, dice);
      tokens.issue(token);
      const answer = { access_token: token, token_type: 'Bearer', expires_in: tokenLifetime };
      return json(200, JSON.stringify(answer));
    },
  };
}

function oauth(error: string): Answer {
  return refusing(json(400, JSON.stringify({ error })));
}
