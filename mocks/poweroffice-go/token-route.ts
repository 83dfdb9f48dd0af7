import { type Answer, json, refusing } from '../answer.ts';
import type { Clock } from '../clock.ts';
import { type Dice, drawn, drawnGuid } from '../dice.ts';
import type { Call, Route } from '../route.ts';
import type { Tokens } from '../tokens.ts';

/** Seconds that a token lives (`apis.md 1.2`). */
export const tokenLifetime = 1200;

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
}

/** `POST /OAuth/Token`: both keys as Basic, the grant in a form; unknown keys are 400, not 401 (`apis.md S3`). */
export function tokenRoute(setting: TokenSetting): Route {
  const { applicationKey, clientKey } = setting.credentials;
  const basic = Buffer.from(`${applicationKey}:${clientKey}`).toString('base64');
  return {
    method: 'POST',
    path: '/OAuth/Token',
    kind: 'token',
    handle: (call) => {
      const grant = grantOf(call);
      if (grant === undefined) return oauth('invalid_request');
      const [, sent] = /^Basic +(\S+)$/i.exec(call.headers.get('authorization') ?? '') ?? [];
      if (sent !== basic) return oauth('invalid_client');
      if (grant !== 'client_credentials') return oauth('unsupported_grant_type');
      const token = jwt(setting);
      setting.tokens.issue(token);
      const answer = { access_token: token, token_type: 'bearer', expires_in: tokenLifetime };
      return json(200, JSON.stringify(answer));
    },
  };
}

/** The grant that a form asks for, or `undefined` where the body is no form (`apis.md S4`). */
function grantOf({ headers, body }: Call): string | undefined {
  const contentType = (headers.get('content-type') ?? '').toLowerCase();
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return new URLSearchParams(body).get('grant_type') ?? '';
  }
  if (!contentType.startsWith('multipart/form-data')) return undefined;
  return /name="?grant_type"?\r\n\r\n([^\r]*)\r\n/.exec(body)?.[1] ?? '';
}

function oauth(error: string): Answer {
  return refusing(json(400, JSON.stringify({ error })));
}

/** Three parts as in a JWT; nothing can verify the last one, and no client has the key to. */
function jwt({ clock, dice }: TokenSetting): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(clock.now() / 1000);
  const user = drawnGuid(dice);
  const claims = {
    goActiveClientSubscriptions: ['Accounting', 'TimeTracking'],
    goClientId: drawnGuid(dice),
    goClientName: 'Twin AS',
    goUserId: user,
    role: ['TimeTracking_Full', 'Project_Full', 'Customer_Full', 'PartyContactPerson_Full'],
    unique_name: user,
    nbf: iat,
    iat,
    exp: iat + tokenLifetime,
  };
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${drawn(letters, 43, dice)}`;
}
