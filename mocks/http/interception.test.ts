import { getResponse } from 'msw';
import { expect, test } from 'vitest';
import { createBench, type Sending } from '../bench.ts';

/** Requests of every kind, one after another, with good and bad tokens. */
async function said(direct: boolean): Promise<readonly unknown[]> {
  const bench = createBench();
  const handlers = [...bench.crm.handlers, ...bench.office.handlers];
  const fetch = direct
    ? bench.fetch
    : async (url: string, init: RequestInit) =>
        (await getResponse(handlers, new Request(url, init))) ?? Response.error();
  const heard: unknown[] = [];
  const ask = async (url: string, { method = 'GET', body, headers = {} }: Sending = {}) => {
    const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    heard.push([response.status, [...response.headers], text]);
    return text;
  };
  const { applicationKey, clientKey } = bench.office.credentials;
  const office = bench.office.baseUrl;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const token = await ask(`${office}/OAuth/Token`, {
    method: 'POST',
    headers: { ...form, authorization: `Basic ${btoa(`${applicationKey}:${clientKey}`)}` },
    body: 'grant_type=client_credentials',
  });
  const authorization = `Bearer ${JSON.parse(token).access_token}`;
  const json = { authorization, 'content-type': 'application/json' };
  const body = '{"activityType":200,"code":"Å","name":"Bø"}';
  const activities = `${office}/TimeTracking/Activity`;
  await ask(activities, { method: 'POST', headers: json, body });
  await ask(`${activities}?$filter=Code eq 'Å'`, { headers: { authorization } });
  await ask(`${activities}/1003`, { method: 'DELETE', headers: { authorization } });
  await ask(`${activities}/1003`);
  await ask(`${bench.crm.baseUrl}/contacts`, { method: 'PATCH', body: '{' });
  await ask(`${bench.office.endpoints[1]?.baseUrl}/v2/Projects`);
  return [...heard, bench.ledger.entries];
}

test('interception by msw and the direct way give the same answers and the same ledger', async () => {
  expect(await said(false)).toEqual(await said(true));
});
