import { describe, expect, test } from 'vitest';
import { createBench, signIn } from '../bench.ts';

const url = 'https://poweroffice-go.test/OAuth/Token';
const form = 'application/x-www-form-urlencoded; charset=utf-8';

function setUp() {
  const { fetch, office } = createBench();
  const { applicationKey, clientKey } = office.credentials;
  return async (sending: { keys?: string; type?: string; body?: string; url?: string }) => {
    const authorization = `Basic ${btoa(sending.keys ?? `${applicationKey}:${clientKey}`)}`;
    const headers = { authorization, 'content-type': sending.type ?? form };
    const body = sending.body ?? 'grant_type=client_credentials';
    const response = await fetch(sending.url ?? url, { method: 'POST', headers, body });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };
}

describe('the token (apis.md 1.2)', () => {
  test('S5: lives 1200 s, looks like a JWT, and comes without a refresh token', async () => {
    const { status, body } = await setUp()({});
    expect({ status, body }).toEqual({
      status: 200,
      body: { access_token: expect.any(String), token_type: 'bearer', expires_in: 1200 },
    });
    const [header = '', claims = '', signature = ''] = (body['access_token'] ?? '').split('.');
    expect(JSON.parse(atob(header))).toEqual({ alg: 'HS256', typ: 'JWT' });
    const { iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString());
    expect([exp - iat, signature.length]).toEqual([1200, 43]);
  });

  test('S3: unknown keys are 400 invalid_client, not 401', async () => {
    const ask = setUp();
    for (const keys of ['a:b', '']) {
      expect(await ask({ keys })).toEqual({ status: 400, body: { error: 'invalid_client' } });
    }
  });

  test('S4: a JSON body fails; a multipart form passes', async () => {
    const ask = setUp();
    const json = JSON.stringify({ grant_type: 'client_credentials' });
    expect((await ask({ type: 'application/json', body: json })).status).toBe(400);
    const body =
      '--b\r\nContent-Disposition: form-data; name="grant_type"\r\n\r\nclient_credentials\r\n--b--\r\n';
    expect((await ask({ type: 'multipart/form-data; boundary=b', body })).status).toBe(200);
  });

  test('another grant is refused', async () => {
    const refused = await setUp()({ body: 'grant_type=refresh_token&refresh_token=x' });
    expect(refused).toEqual({ status: 400, body: { error: 'unsupported_grant_type' } });
  });

  test('1.1: the path is taken in any casing, with a doubled or trailing slash', async () => {
    const ask = setUp();
    for (const path of ['//OAuth/Token', '/oauth/token/', '/OAUTH//TOKEN']) {
      expect((await ask({ url: `https://poweroffice-go.test${path}` })).status).toBe(200);
    }
  });
});

test('1.5: after 1200 s every call is 401 with a JSON body', async () => {
  const bench = createBench();
  const call = await signIn(bench.fetch, bench.office);
  bench.advance(1_199_999);
  expect((await call('/Customer')).status).toBe(200);
  bench.advance(1);
  const refused = await call('/Customer');
  expect(refused).toMatchObject({ status: 401, body: { success: false } });
  expect(refused.headers.get('content-type')).toBe('application/json; charset=utf-8');
});
