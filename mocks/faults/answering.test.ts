import { describe, expect, test } from 'vitest';
import { signIn } from '../bench.ts';
import { activities, openDesks } from './test-desks.ts';

const rename = { method: 'POST', json: { id: 1003, name: 'new' } } as const;

describe('F4, an answer that is not the truth', () => {
  test('may be a refusal of what was done, in words of its own', async () => {
    const { bench, office, lastFault } = await openDesks();
    bench.faults.inject([{ code: 'F4', write: 'update', effect: true, message: 'No.' }]);
    expect((await office(activities, rename)).body).toMatchObject({
      ...{ success: false, validation: { summary: 'No.' } },
    });
    expect(lastFault()).toBe('F4: refused a write that is right, though it was done');
    expect(bench.changes().at(-1)).toMatchObject({ author: 'engine' });
  });

  test('may hide that the request was refused: the ledger says that it was', async () => {
    const { bench, office } = await openDesks();
    bench.faults.inject([{ code: 'F4', how: 'empty', effect: true }]);
    const answer = await office(activities, { ...rename, json: { id: 1003, name: 7 } });
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(bench.requests().at(-1)?.refused).toBe(true);
  });

  test('may have no body, or promise what is never done', async () => {
    const { bench, office } = await openDesks();
    bench.faults.inject([
      { code: 'F4', how: 'empty' },
      { code: 'F4', how: 'accepted', nth: 2 },
    ]);
    const empty = await office(activities);
    expect([empty.status, empty.text]).toEqual([200, '']);
    expect((await office(activities, rename)).status).toBe(202);
    expect(bench.changes().filter(({ author }) => author === 'engine')).toEqual([]);
  });
});

test('F5 garbles an answer whose request was handled', async () => {
  const { bench, office } = await openDesks();
  const garbled = async (how: 'html' | 'cut' | 'type' | 'unescaped') => {
    bench.faults.inject([{ code: 'F5', how }]);
    return office(activities, { ...rename, json: { id: 1003, name: how } });
  };
  expect(await garbled('html')).toMatchObject({ status: 200, body: undefined });
  expect(await garbled('cut')).toMatchObject({ status: 200, body: undefined });
  expect((await garbled('type')).headers.get('content-type')).toContain('text/html');
  expect(await garbled('unescaped')).toMatchObject({ status: 500, body: undefined });
  expect(await bench.office.party.read('Timetrackingactivity', '1003')).toMatchObject({
    name: 'unescaped',
  });
});

test('F5 spoils the answer to a write that was refused: the ledger still says that it was', async () => {
  const { bench, office } = await openDesks();
  bench.faults.inject([{ code: 'F5', how: 'html' }]);
  expect((await office(activities, { ...rename, json: { id: 1003, name: 7 } })).status).toBe(200);
  expect(bench.requests().at(-1)?.refused).toBe(true);
});

test('F5 spoils the answer to a write that F3 kept from being done: the ledger says that it was not', async () => {
  const { bench, office } = await openDesks();
  bench.faults.inject([{ code: 'F5', how: 'html' }, { code: 'F3' }]);
  expect((await office(activities, { ...rename, json: { id: 1003, name: 'n' } })).status).toBe(200);
  expect(bench.requests().at(-1)?.refused).toBe(true);
});

describe('F6, a throttle', () => {
  test('with a rate is a token bucket in virtual time', async () => {
    const { bench, crm } = await openDesks();
    bench.faults.inject([{ code: 'F6', system: 'CRMOffice', rate: 2, retryAfter: 3 }]);
    const statuses = async () => [(await crm('/contacts')).status, (await crm('/contacts')).status];
    expect(await statuses()).toEqual([200, 200]);
    expect(await statuses()).toEqual([429, 429]);
    bench.advance(500);
    expect(await statuses()).toEqual([200, 429]);
  });

  test('may come after the write was stored', async () => {
    const { bench, office } = await openDesks();
    bench.faults.inject([{ code: 'F6', write: 'update', effect: true }]);
    expect((await office(activities, rename)).status).toBe(429);
    expect(bench.changes().at(-1)).toMatchObject({ author: 'engine' });
  });
});

describe('F7, tokens that end', () => {
  test('sooner than promised', async () => {
    const { bench, office } = await openDesks();
    bench.faults.inject([{ code: 'F7', how: 'shorten', seconds: 60 }]);
    expect((await office(activities)).status).toBe(200);
    bench.advance(60_000);
    expect((await office(activities)).status).toBe(401);
  });

  test('and show nothing instead of 401', async () => {
    const { bench, office } = await openDesks();
    bench.faults.inject([{ code: 'F7' }, { code: 'F7', how: 'hush', system: 'PowerOffice GO' }]);
    // The outer rule hushes only from where it stands in the plan.
    bench.faults.inject([{ code: 'F7', how: 'hush' }]);
    expect((await office(activities)).body).toEqual({ data: [], count: 0, success: true });
  });

  test('and refresh tokens that are good only once', async () => {
    const { bench } = await openDesks('', { backend: 'netfx' });
    const { applicationKey = '', clientKey = '' } = bench.office.credentials;
    const ask = async (form: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams(form);
      const authorization = `Basic ${btoa(`${applicationKey}:${clientKey}`)}`;
      const url = `${bench.office.baseUrl}/OAuth/Token`;
      const response = await bench.fetch(url, { method: 'POST', headers: { authorization }, body });
      return (await response.json()) as Readonly<Record<string, string>>;
    };
    const { refresh_token = '' } = await ask({ grant_type: 'client_credentials' });
    bench.faults.inject([{ code: 'F7', how: 'spend', path: '/oauth/token', times: 'always' }]);
    const again = { grant_type: 'refresh_token', refresh_token };
    expect(await ask(again)).toHaveProperty('access_token');
    expect(await ask(again)).toEqual({ error: 'invalid_grant' });
  });
});

describe('F21, answers out of time', () => {
  test('a delay, a slow body and a hang let virtual time pass', async () => {
    const { bench, office } = await openDesks();
    const { clock } = bench.options;
    const begun = clock.now();
    bench.faults.inject([{ code: 'F21', how: 'delay', ms: 3000 }]);
    expect((await office(activities)).status).toBe(200);
    expect(clock.now() - begun).toBe(3000);
    bench.faults.inject([{ code: 'F21', how: 'hang', ms: 9000 }]);
    await expect(office(activities, rename)).rejects.toThrow('fetch failed');
    expect(clock.now() - begun).toBe(12_000);
    bench.faults.inject([{ code: 'F21', how: 'drip', bytes: 10 }]);
    const { text } = await office(`${activities}/1003`);
    expect(clock.now() - begun).toBe(12_000 + text.length * 100);
  });

  test('an answer is held until others have passed it, but never for ever', async () => {
    const { bench, office } = await openDesks();
    bench.faults.inject([{ code: 'F21', how: 'hold', requests: 2 }]);
    const order: string[] = [];
    const ask = async (name: string) => {
      await office(activities);
      order.push(name);
    };
    await Promise.all([ask('first'), ask('second'), ask('third')]);
    expect(order).toEqual(['second', 'third', 'first']);
    bench.faults.inject([{ code: 'F21', how: 'hold' }]);
    expect((await office(activities)).status).toBe(200);
  });
});

test('a lagging replica and a throttle hold together', async () => {
  const { bench, crm, lastFault } = await openDesks();
  bench.faults.inject([
    { code: 'F6', system: 'CRMOffice', rate: 1 },
    { code: 'F1', system: 'CRMOffice', ms: 5000 },
  ]);
  await bench.crm.party.create('Contacts', { givenName: 'new' });
  expect((await crm('/contacts')).body).toMatchObject({ total: 3 });
  expect(lastFault()).toBe('F1: read 5000 ms behind');
  expect((await crm('/contacts')).status).toBe(429);
  expect(lastFault()).toBe('F6: too many requests');
  bench.advance(5000);
  expect((await crm('/contacts')).body).toMatchObject({ total: 4 });
});

test('a request is addressed by its number over all requests, tokens included', async () => {
  const { bench, crm, office } = await openDesks();
  bench.faults.inject([
    { code: 'F3', request: 3, answer: 503 },
    { code: 'F3', request: 4 },
  ]);
  expect((await crm('/contacts')).status).toBe(200);
  expect((await office(activities)).status).toBe(200);
  expect((await crm('/contacts')).status).toBe(503);
  await expect(signIn(bench.fetch, bench.crm)).rejects.toThrow('fetch failed');
});

test('a record is addressed by its id, and chance draws from its own seed', async () => {
  const { bench, office } = await openDesks();
  bench.faults.inject([{ code: 'F3', id: '1004', answer: 500 }]);
  expect((await office(`${activities}/1003`)).status).toBe(200);
  expect((await office(`${activities}/1004`)).status).toBe(500);
  const drawn = async (seed: number) => {
    bench.faults.clear();
    bench.faults.inject([{ code: 'F3', chance: 0.5, seed, answer: 500 }]);
    const statuses: number[] = [];
    for (let call = 0; call < 12; call++) statuses.push((await office(activities)).status);
    return statuses;
  };
  const first = await drawn(7);
  expect(await drawn(7)).toEqual(first);
  expect(new Set(first)).toEqual(new Set([200, 500]));
});
