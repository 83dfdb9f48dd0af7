import { describe, expect, test } from 'vitest';
import { type Bench, type Caller, createBench, signIn } from './bench.ts';

const system = 'PowerOffice GO';
const anna = { activityType: 200, code: 'A', name: 'Anna' };

async function setUp(): Promise<{ bench: Bench; crm: Caller; office: Caller }> {
  const bench = createBench();
  const crm = await signIn(bench.fetch, bench.crm);
  const office = await signIn(bench.fetch, bench.office);
  return { bench, crm, office };
}

const post = (call: Caller, json: unknown) =>
  call('/TimeTracking/Activity', { method: 'POST', json });
const lastRequest = (bench: Bench) => bench.requests().at(-1);

describe('aiming', () => {
  test('nth and times count only the requests that fit', async () => {
    const { bench, crm, office } = await setUp();
    bench.faults.inject([{ code: 'F3', system: 'CRMOffice', nth: 2, times: 2, answer: 503 }]);
    const statuses: number[] = [];
    for (let round = 0; round < 4; round++) {
      statuses.push((await crm('/contacts')).status);
      statuses.push((await office('/Customer')).status);
    }
    expect(statuses).toEqual([200, 200, 503, 200, 503, 200, 200, 200]);
  });

  test('method, path, entity and kind of write each narrow the aim', async () => {
    const { bench, office } = await setUp();
    await post(office, anna);
    const hit = async (): Promise<boolean> => lastRequest(bench)?.fault !== undefined;
    const update = { id: 1003, name: 'x' };
    bench.faults.inject([
      { code: 'F3', entity: 'Timetrackingactivity', write: 'update', answer: 500 },
    ]);
    await post(office, { ...anna, code: 'B' });
    expect(await hit()).toBe(false);
    await office('/Customer', { method: 'POST', json: { id: 1 } });
    expect(await hit()).toBe(false);
    await post(office, update);
    expect(await hit()).toBe(true);
    bench.faults.inject([{ code: 'F3', method: 'delete', path: 'ACTIVITY/1003', answer: 500 }]);
    await post(office, update);
    expect(await hit()).toBe(false);
    await office('/TimeTracking/Activity/1003', { method: 'DELETE' });
    expect(await hit()).toBe(true);
  });

  test('a token request is hit only by a rule with a path', async () => {
    const { bench } = await setUp();
    bench.faults.inject([{ code: 'F3', answer: 503 }]);
    await signIn(bench.fetch, bench.crm);
    expect(lastRequest(bench)?.status).toBe(200);
    bench.faults.clear();
    bench.faults.inject([{ code: 'F3', path: '/connect/token' }]);
    await expect(signIn(bench.fetch, bench.crm)).rejects.toThrow(TypeError);
  });

  test('cleared faults are gone, and rules on one request nest in the order of the plan', async () => {
    const { bench, office } = await setUp();
    bench.faults.inject([{ code: 'F3', answer: 503 }]);
    bench.faults.clear();
    expect((await office('/Customer')).status).toBe(200);
    bench.faults.inject([
      { code: 'F2', answer: 504 },
      { code: 'F15', property: 'name', rewrite: 'upper' },
    ]);
    await post(office, anna);
    expect(lastRequest(bench)).toMatchObject({
      status: 504,
      fault: 'F15: Timetrackingactivity.name stored by upper; F2: committed, then 504',
    });
  });
});

describe('F2, an ambiguous write', () => {
  test('is committed, and its answer never comes', async () => {
    const { bench, office } = await setUp();
    bench.faults.inject([{ code: 'F2' }]);
    await expect(post(office, anna)).rejects.toThrow('fetch failed');
    expect(lastRequest(bench)).toMatchObject({ status: 0, fault: 'F2: committed, then reset' });
    expect(await bench.office.party.read('Timetrackingactivity', '1003')).toMatchObject(anna);
    expect(bench.changes()[0]).toMatchObject({
      author: 'engine',
      request: lastRequest(bench)?.seq,
    });
  });

  test('says so where there was nothing to commit', async () => {
    const { bench, office } = await setUp();
    bench.faults.inject([{ code: 'F2' }]);
    await expect(post(office, {})).rejects.toThrow('fetch failed');
    expect(lastRequest(bench)?.fault).toBe('F2: refused, then reset');
  });

  test('never falls on a read', async () => {
    const { bench, office } = await setUp();
    bench.faults.inject([{ code: 'F2', system }]);
    expect((await office('/Customer')).status).toBe(200);
    await expect(post(office, anna)).rejects.toThrow();
  });
});

test('F3, a clean failure, does nothing, on reads and writes', async () => {
  const { bench, office } = await setUp();
  bench.faults.inject([{ code: 'F3', times: 2, answer: 503 }]);
  expect((await post(office, anna)).status).toBe(503);
  expect((await office('/Customer')).status).toBe(503);
  expect(lastRequest(bench)).toMatchObject({ fault: 'F3: 503 before any effect', refused: false });
  expect(bench.changes()).toEqual([]);
});

describe('F4, a denial', () => {
  test('refuses a right write in the API’s own way and does nothing', async () => {
    const { bench, crm, office } = await setUp();
    bench.faults.inject([{ code: 'F4', times: 2, write: 'create' }]);
    expect(await post(office, anna)).toMatchObject({ status: 200, body: { success: false } });
    expect(lastRequest(bench)).toMatchObject({
      refused: true,
      fault: expect.stringMatching('^F4'),
    });
    const contact = await crm('/contacts', { method: 'POST', json: { email: 'a@b.no' } });
    expect(contact.status).toBe(422);
    expect(bench.changes()).toEqual([]);
  });

  test('shows a reader an empty list', async () => {
    const { bench, crm, office } = await setUp();
    await post(office, anna);
    bench.faults.inject([{ code: 'F4', times: 2 }]);
    const list = await office('/TimeTracking/Activity');
    expect(list.body).toEqual({ data: [], count: 0, success: true });
    expect((await crm('/contacts')).body).toEqual({ items: [], total: 0 });
  });
});

test('F6, a throttle, is 429; only plain REST says when to come back unless the rule does', async () => {
  const { bench, crm, office } = await setUp();
  bench.faults.inject([{ code: 'F6', times: 2 }]);
  const [plain, go] = [await crm('/contacts'), await office('/Customer')];
  expect([plain, go].map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
    [429, '1'],
    [429, null],
  ]);
  bench.faults.inject([{ code: 'F6', retryAfter: 30 }]);
  expect((await office('/Customer')).headers.get('retry-after')).toBe('30');
});

test('F7 withdraws every token of that system; a new one works', async () => {
  const { bench, crm, office } = await setUp();
  bench.faults.inject([{ code: 'F7', system }]);
  expect((await office('/Customer')).status).toBe(401);
  expect(lastRequest(bench)).toMatchObject({ fault: 'F7: token no longer valid', refused: true });
  expect((await office('/Customer')).status).toBe(401);
  expect((await crm('/contacts')).status).toBe(200);
  const again = await signIn(bench.fetch, bench.office);
  expect((await again('/Customer')).status).toBe(200);
});

describe('F11, coarse stamps', () => {
  test('hold modification times down to the resolution, in one system', async () => {
    const { bench, crm, office } = await setUp();
    bench.advance(61_500);
    bench.faults.inject([{ code: 'F11', system: 'CRMOffice', resolution: 60_000 }]);
    const contact = await crm('/contacts', { method: 'POST', json: { email: 'a@b.no' } });
    expect(contact.body).toMatchObject({ modifiedAt: '2026-01-01T12:01:00.000Z' });
    expect(lastRequest(bench)?.fault).toBe('F11: stamps held at 60000 ms');
    const made = await post(office, anna);
    expect(made.body).toMatchObject({ data: { lastChanged: '2026-01-01T12:01:01 +00:00' } });
  });
});

describe('F14, an interposed edit', () => {
  test('lands as the user’s, just before the write that it falls on', async () => {
    const { bench, office } = await setUp();
    await post(office, anna);
    const edit = { entity: 'Timetrackingactivity', fields: { hourlyRate: 5, name: 'User' } };
    bench.faults.inject([{ code: 'F14', edit }]);
    const written = await post(office, { id: 1003, name: 'Engine' });
    expect(written.body).toMatchObject({ data: { name: 'Engine', hourlyRate: 5 } });
    expect(bench.changes().slice(-2)).toMatchObject([
      { author: 'user', fields: { name: { before: 'Anna', after: 'User' } } },
      { author: 'engine', fields: { name: { before: 'User', after: 'Engine' } } },
    ]);
    expect(bench.changes().at(-2)).not.toHaveProperty('request');
    expect(lastRequest(bench)?.fault).toBe(
      'F14: a person edited Timetrackingactivity 1003 before the write landed',
    );
  });

  test('makes a conditional write fail', async () => {
    const { bench, crm } = await setUp();
    await bench.crm.party.create('Contacts', { givenName: 'a' });
    const edit = { entity: 'Contacts', id: '1004', fields: { givenName: 'b' } };
    bench.faults.inject([{ code: 'F14', edit }]);
    const headers = { 'content-type': 'application/merge-patch+json', 'if-match': '"1"' };
    const sent = { method: 'PATCH', headers, body: '{"email":"x"}' };
    expect((await crm('/contacts/1004', sent)).status).toBe(412);
  });

  test('of a record that is not there says so, and the write goes on', async () => {
    const { bench, office } = await setUp();
    const edit = { entity: 'Timetrackingactivity', fields: { name: 'x' } };
    bench.faults.inject([{ code: 'F14', edit }]);
    expect((await post(office, anna)).body).toMatchObject({ success: true });
    expect(lastRequest(bench)?.fault).toMatch(/addresses no Timetrackingactivity/);
  });
});

describe('F15, a rewrite on write', () => {
  test('is first the writer’s change to what was sent, then the server’s to what is stored', async () => {
    const { bench, crm } = await setUp();
    bench.faults.inject([
      { code: 'F15', entity: 'Contacts', property: 'givenName', rewrite: 'trim' },
      { code: 'F15', property: 'familyName', rewrite: 'truncate:3' },
    ]);
    const json = { givenName: ' Kari ', familyName: 'Nordmann', email: ' x ' };
    const made = await crm('/contacts', { method: 'POST', json });
    expect(made.body).toMatchObject({ givenName: 'Kari', familyName: 'Nor', email: ' x ' });
    expect(bench.changes()).toMatchObject([
      { author: 'engine', action: 'create', fields: { givenName: { after: ' Kari ' } } },
      {
        author: 'server',
        action: 'update',
        fields: {
          givenName: { before: ' Kari ', after: 'Kari' },
          familyName: { before: 'Nordmann', after: 'Nor' },
        },
      },
    ]);
  });

  test('holds for people too, and is judged after it where values must be unique', async () => {
    const { bench } = await setUp();
    const { party } = bench.office;
    bench.faults.inject([{ code: 'F15', system, property: 'code', rewrite: 'trim' }]);
    await party.create('Timetrackingactivity', { ...anna, code: ' A ' });
    expect(await party.read('Timetrackingactivity', '1003')).toMatchObject({ code: 'A' });
    expect(await party.create('Timetrackingactivity', { ...anna, code: 'A ' })).toMatchObject({
      ok: false,
    });
    expect(bench.changes().map(({ author }) => author)).toEqual(['user', 'server']);
  });
});
