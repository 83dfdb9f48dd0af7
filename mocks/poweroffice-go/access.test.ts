import { describe, expect, test } from 'vitest';
import { createBench, signIn } from '../bench.ts';
import { twinFetch } from '../http/fetch.ts';
import { createApplication } from './application.ts';
import type { PowerOfficeGoOptions } from './options.ts';
import { allRights } from './privileges.ts';
import { openOffice } from './test-office.ts';
import { createPowerOfficeGo } from './twin.ts';

const tokenUrl = 'https://poweroffice-go.test/OAuth/Token';

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

async function tokenOf(
  setting: Omit<PowerOfficeGoOptions, 'clock' | 'dice' | 'ledger' | 'faults'>,
) {
  const { office, fetch } = createBench(1, setting);
  const { applicationKey, clientKey } = office.credentials;
  const authorization = `Basic ${btoa(`${applicationKey}:${clientKey}`)}`;
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  const response = await fetch(tokenUrl, { method: 'POST', headers: { authorization }, body });
  return (await response.json()) as Readonly<Record<string, unknown>>;
}

describe('privileges (apis.md 1.2, S6)', () => {
  const without = { roles: allRights.roles, subscriptions: ['Accounting'] };

  test('1.2: the token names them, and what the company has bought', async () => {
    const claims = claimsOf(String((await tokenOf({}))['access_token']));
    expect(claims).toMatchObject({
      role: expect.arrayContaining(['TimeTracking_Full', 'PartyContactPerson_Full']),
      goActiveClientSubscriptions: ['Accounting', 'TimeTracking'],
      goClientId: expect.any(String),
      unique_name: claims['goUserId'],
    });
    expect(claims).not.toHaveProperty('goInvalidPrivileges');
  });

  test('S6: without the Time module the token says what is void, and time endpoints are 403 while Customer works', async () => {
    const claims = claimsOf(String((await tokenOf({ rights: without }))['access_token']));
    expect(claims['goInvalidPrivileges']).toEqual(['TimeTracking_Full']);
    const { get } = await openOffice({ rights: without });
    expect(await get('/TimeTracking/Activity')).toMatchObject({ status: 403, success: false });
    expect(await get('/Customer')).toMatchObject({ status: 200, success: true });
  });

  test('1.2: a privilege without _Full reads and does not write', async () => {
    const { get, post } = await openOffice({ rights: { ...allRights, roles: ['Customer'] } });
    expect((await get('/Customer')).status).toBe(200);
    expect((await post('/Customer', { name: 'A' })).status).toBe(403);
    expect((await get('/Project')).status).toBe(403);
  });
});

describe('the older back end (apis.md 0, 1.2)', () => {
  const old = { backend: 'netfx' } as const;
  const refresh = (token: unknown, keys: Readonly<Record<string, string>>) =>
    new URLSearchParams({ grant_type: 'refresh_token', refresh_token: String(token), ...keys });

  test('issues an opaque token for 599 s, and a refresh token', async () => {
    const answer = await tokenOf(old);
    expect(answer).toMatchObject({ expires_in: 599, refresh_token: expect.any(String) });
    expect(answer['access_token']).not.toContain('.');
  });

  test('takes the refresh grant with the keys in the form; a token of nobody is invalid_grant', async () => {
    const { fetch, office } = createBench(1, old);
    const { applicationKey = '', clientKey = '' } = office.credentials;
    const authorization = `Basic ${btoa(`${applicationKey}:${clientKey}`)}`;
    const ask = async (body: URLSearchParams, headers = {}) => {
      const response = await fetch(tokenUrl, { method: 'POST', headers, body });
      const answer = (await response.json()) as Readonly<Record<string, unknown>>;
      return [response.status, answer] as const;
    };
    const first = await ask(new URLSearchParams({ grant_type: 'client_credentials' }), {
      authorization,
    });
    const keys = { client_id: applicationKey, client_secret: clientKey };
    expect(await ask(refresh(first[1]['refresh_token'], keys))).toMatchObject([
      200,
      { expires_in: 599 },
    ]);
    expect(await ask(refresh('nobody', keys))).toEqual([400, { error: 'invalid_grant' }]);
    const wrong = { client_id: applicationKey, client_secret: 'x' };
    expect(await ask(refresh('nobody', wrong))).toEqual([400, { error: 'invalid_client' }]);
  });
});

describe('the rate limit (apis.md 1.7, S29)', () => {
  test('is 50 a second, then 429 until time has passed', async () => {
    const { bench, get } = await openOffice();
    const statuses: number[] = [];
    for (let call = 0; call < 52; call++) statuses.push((await get('/Customer')).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(50);
    expect(statuses.at(-1)).toBe(429);
    bench.advance(1000);
    expect((await get('/Customer')).status).toBe(200);
  });

  test('counts the application over all its client companies', async () => {
    const { options } = createBench();
    const application = createApplication({ ...options, requestsPerSecond: 10 });
    const baseUrl = 'https://other-company.test';
    const v2BaseUrl = 'https://goapi.other-company.test';
    const one = createPowerOfficeGo({ ...options, application });
    const other = createPowerOfficeGo({ ...options, application, baseUrl, v2BaseUrl });
    expect(one.credentials['applicationKey']).toBe(other.credentials['applicationKey']);
    const { fetch } = twinFetch([one, other]);
    const [first, second] = [await signIn(fetch, one), await signIn(fetch, other)];
    for (let call = 0; call < 10; call++) expect((await first('/Customer')).status).toBe(200);
    expect((await second('/Customer')).status).toBe(429);
  });

  test('of one company’s keys opens that company only', async () => {
    const { options } = createBench();
    const application = createApplication(options);
    const baseUrl = 'https://other-company.test';
    const one = createPowerOfficeGo({ ...options, application });
    const other = createPowerOfficeGo({ ...options, application, baseUrl });
    const { fetch } = twinFetch([one, other]);
    const call = await signIn(fetch, { ...one, baseUrl });
    expect((await call('/Customer')).status).toBe(401);
  });
});
