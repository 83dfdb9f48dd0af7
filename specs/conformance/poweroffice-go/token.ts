import { z } from 'zod';
import { recordOf } from '../envelope.ts';
import type { Reply } from '../wire.ts';
import type { OfficeCase } from './records.ts';

const error = ({ status, body }: Reply) => ({ status, error: String(recordOf(body)['error']) });
const guid = '00000000-0000-4000-8000-000000000000';
const strangers = { authorization: `Basic ${btoa(`${guid}:${guid}`)}` };

/** The claims that `apis.md 1.2` lists; `goInvalidPrivileges` comes only where something is void. */
const claims = z.object({
  goActiveClientSubscriptions: z.array(z.string()),
  goClientId: z.guid(),
  goUserId: z.guid(),
  unique_name: z.string(),
  role: z.union([z.string(), z.array(z.string())]),
  nbf: z.int(),
  iat: z.int(),
  exp: z.int(),
});

function claimsOf({ body }: Reply) {
  const [, payload = ''] = String(recordOf(body)['access_token']).split('.');
  try {
    return claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  } catch {
    return claims.safeParse(undefined);
  }
}

/** The token endpoint (`apis.md 1.2`). */
export const tokenCases: readonly OfficeCase[] = [
  {
    rows: ['1.2 Basic', '1.2 grant'],
    behaviour: 'poweroffice-go/token-keys',
    title: 'Both keys as Basic and the client credentials grant give a token',
    run: async (session) => (await session.grant()).status,
    expected: 200,
  },
  {
    rows: ['1.2 form', 'S4'],
    behaviour: 'poweroffice-go/token-forms',
    title: 'A form is taken with a charset and as multipart, JSON is not',
    run: async (session) => {
      const charset = 'application/x-www-form-urlencoded; charset=utf-8';
      const form = new FormData();
      form.set('grant_type', 'client_credentials');
      const asked = { body: 'grant_type=client_credentials', headers: { 'content-type': charset } };
      const json = { grant_type: 'client_credentials' };
      return {
        charset: (await session.grant(asked)).status,
        multipart: (await session.grant({ body: form })).status,
        json: (await session.grant({ json })).status,
      };
    },
    expected: { charset: 200, multipart: 200, json: 400 },
  },
  {
    rows: ['1.2 answer', 'S5'],
    behaviour: 'poweroffice-go/token-lifetime',
    title: 'A bearer token for 1200 seconds, its type in lower case',
    backend: 'net8',
    run: async (session) => {
      const { access_token, token_type, expires_in } = recordOf((await session.grant()).body);
      const type = String(token_type);
      return { token: typeof access_token, type, seconds: Number(expires_in) };
    },
    expected: { token: 'string', type: 'bearer', seconds: 1200 },
  },
  {
    rows: ['1.2 claims'],
    behaviour: 'poweroffice-go/token-jwt',
    title: 'The token is a JWT with roles, subscriptions, ids and times that fit its lifetime',
    backend: 'net8',
    run: async (session) => {
      const { success, data } = claimsOf(await session.grant());
      return { all: success, lifetime: data ? data.exp - data.iat : null };
    },
    expected: { all: true, lifetime: 1200 },
  },
  {
    rows: ['1.2 unknown keys', 'S3', '1.5 400'],
    behaviour: 'poweroffice-go/unknown-keys',
    title: 'Unknown keys are 400 invalid_client',
    run: async (session) => error(await session.grant({ headers: strangers })),
    expected: { status: 400, error: 'invalid_client' },
  },
  {
    rows: ['1.2 other codes'],
    behaviour: 'poweroffice-go/token-refusals',
    title: 'A grant that does not exist is 400 unsupported_grant_type',
    run: async (session) =>
      error(await session.grant({ body: new URLSearchParams({ grant_type: 'none' }) })),
    expected: { status: 400, error: 'unsupported_grant_type' },
  },
  {
    rows: ['1.2 old flow', 'S5'],
    behaviour: 'poweroffice-go/refresh-tokens',
    title: 'The older back end refreshes, the keys in the form',
    backend: 'netfx',
    run: async (session) => {
      const { refresh_token } = recordOf((await session.grant()).body);
      const { applicationKey, clientKey } = session.keys;
      const keys = { client_id: applicationKey, client_secret: clientKey };
      const grant = { grant_type: 'refresh_token', refresh_token: String(refresh_token) };
      const body = new URLSearchParams({ ...keys, ...grant });
      const url = `${session.keys.baseUrl}/OAuth/Token`;
      return (await session.system.send(url, { method: 'POST', body })).status;
    },
    expected: 200,
  },
  {
    rows: ['1.2 old flow', '1.2 dead refresh token'],
    behaviour: 'poweroffice-go/dead-refresh-token',
    title: 'A refresh token that is not good is invalid_grant',
    backend: 'netfx',
    run: async (session) => {
      const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'none' });
      return error(await session.grant({ body }));
    },
    expected: { status: 400, error: 'invalid_grant' },
  },
];
