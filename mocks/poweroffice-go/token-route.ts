import type { Clock } from '../clock.ts';
import { type Dice, drawn } from '../dice.ts';
import { type Answer, json, refusing } from '../http/answer.ts';
import type { Call, Route } from '../http/route.ts';
import type { Tokens } from '../http/tokens.ts';
import type { Backend } from './backend.ts';
import { createJwt } from './jwt.ts';
import { type Rights, validRoles } from './privileges.ts';

/** The two keys of an integration at one company, both GUIDs. */
export interface Keys {
  readonly applicationKey: string;
  readonly clientKey: string;
}

/** What the token endpoint works with. */
export interface TokenSetting {
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly dice: Dice;
  readonly credentials: Keys;
  readonly backend: Backend;
  readonly rights: Rights;
}

/** `POST /OAuth/Token`: both keys as Basic, the grant in a form; unknown keys are 400, not 401 (`apis.md S3`). */
export function tokenRoute(setting: TokenSetting): Route {
  const { backend } = setting;
  return {
    method: 'POST',
    path: '/OAuth/Token',
    kind: 'token',
    handle: (call) => {
      const form = formOf(call);
      if (form === undefined) return oauth('invalid_request');
      if (!isKnown(setting.credentials, call, form)) return oauth('invalid_client');
      const grant = form.get('grant_type');
      if (grant === 'client_credentials') return granted(setting);
      if (grant !== 'refresh_token' || backend.jwt) return oauth('unsupported_grant_type');
      const alive = setting.tokens.refreshes(form.get('refresh_token') ?? '');
      return alive ? granted(setting) : oauth('invalid_grant');
    },
  };
}

/** Both keys, in the header or, as older clients of the old back end send them, in the form (`apis.md 1.2`). */
function isKnown({ applicationKey, clientKey }: Keys, call: Call, form: URLSearchParams): boolean {
  const basic = Buffer.from(`${applicationKey}:${clientKey}`).toString('base64');
  const [, sent] = /^Basic +(\S+)$/i.exec(call.headers.get('authorization') ?? '') ?? [];
  if (sent !== undefined) return sent === basic;
  const inForm =
    form.get('client_id') === applicationKey && form.get('client_secret') === clientKey;
  return inForm && form.get('grant_type') === 'refresh_token';
}

/** The form that was sent, or `undefined` where the body is none (`apis.md S4`). */
function formOf({ headers, body }: Call): URLSearchParams | undefined {
  const contentType = (headers.get('content-type') ?? '').toLowerCase();
  if (contentType.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams(body);
  if (!contentType.startsWith('multipart/form-data')) return undefined;
  const parts = body.matchAll(/name="?([\w]+)"?\r\n\r\n([^\r]*)\r\n/g);
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of parts) form.append(name, value);
  return form;
}

function oauth(error: string): Answer {
  return refusing(json(400, JSON.stringify({ error })));
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function granted(setting: TokenSetting): Answer {
  const { tokens, dice, backend, rights } = setting;
  const token = backend.jwt ? createJwt(setting) : drawn(letters, 120, dice);
  tokens.issue(token, validRoles(rights));
  const answer = { access_token: token, token_type: 'bearer', expires_in: backend.tokenLifetime };
  if (backend.jwt) return json(200, JSON.stringify(answer));
  const refresh = drawn(letters, 64, dice);
  tokens.issueRefresh(refresh);
  return json(200, JSON.stringify({ ...answer, refresh_token: refresh }));
}
