import { describe, expect, test } from 'vitest';
import { wallClock } from '../../src/clock.ts';
import { type ServedForTest, servedForTest } from './served.ts';

const people = '/parties/crmoffice/Contacts';

async function ledger({ control }: ServedForTest, query = ''): Promise<readonly unknown[]> {
  const text = await (await fetch(`${control}/ledger${query}`)).text();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

async function created(twins: ServedForTest, familyName: string): Promise<string> {
  const { status, body } = await twins.ask('POST', people, { familyName });
  expect(status).toBe(201);
  return (body as { id: string }).id;
}

describe('The control API', () => {
  test('tells every operation that it has', async () => {
    const { control } = await servedForTest();
    const text = await (await fetch(control)).text();
    for (const path of ['GET /ledger', 'POST /restore', 'PUT /faults', 'GET /clock']) {
      expect(text).toContain(path);
    }
  });

  test('lets a user create, edit, read, list and delete', async () => {
    const twins = await servedForTest();
    const id = await created(twins, 'Hansen');
    const path = `${people}/${id}`;
    expect(await twins.ask('PATCH', path, { givenName: 'Kari' })).toMatchObject({ status: 200 });
    const read = await twins.ask('GET', path);
    expect(read.body).toMatchObject({ id, familyName: 'Hansen', givenName: 'Kari' });
    expect(await twins.ask('GET', people)).toEqual({ status: 200, body: { ids: [id] } });
    expect((await twins.ask('DELETE', path)).status).toBe(200);
    expect((await twins.ask('GET', path)).status).toBe(404);
    const entries = await ledger(twins);
    expect(entries.slice(-3)).toMatchObject([
      { author: 'user', system: 'CRMOffice', action: 'create', id },
      { author: 'user', action: 'update', fields: { givenName: { after: 'Kari' } } },
      { author: 'user', action: 'delete' },
    ]);
  });

  test('says in the system’s words why a user may not', async () => {
    const twins = await servedForTest();
    const refused = await twins.ask('POST', '/parties/poweroffice-go/Timetrackingactivity', {});
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('code is required');
    expect((await twins.ask('POST', '/parties/nobody/Contacts', {})).status).toBe(404);
  });

  test('a snapshot comes back exactly: ids, stamps, tokens and ledger', async () => {
    const twins = await servedForTest();
    const headers = await twins.crmToken();
    const id = await created(twins, 'Before');
    const before = await twins.ask('GET', `${people}/${id}`);
    const { body } = await twins.ask('POST', '/snapshot');
    const then = await ledger(twins);
    await twins.ask('PATCH', `${people}/${id}`, { familyName: 'After' });
    const lost = await created(twins, 'Lost');
    expect((await twins.ask('POST', '/restore', body)).status).toBe(204);
    expect(await ledger(twins)).toEqual(then);
    expect(await twins.ask('GET', `${people}/${id}`)).toEqual(before);
    expect((await fetch(`${twins.crm}/contacts/${id}`, { headers })).status).toBe(200);
    expect(await created(twins, 'Again')).toBe(lost);
    expect((await twins.ask('POST', '/restore', { id: '7' })).status).toBe(404);
  });

  test('a reset is the beginning again, with its records and its credentials', async () => {
    const twins = await servedForTest({ records: 2 });
    const start = await ledger(twins);
    await created(twins, 'Lost');
    expect((await twins.ask('POST', '/reset')).status).toBe(204);
    const again = await ledger(twins);
    const undated = (entries: readonly unknown[]): readonly unknown[] =>
      entries.map((entry) => ({ ...(entry as object), at: 0 }));
    expect(undated(again)).toEqual(undated(start));
    const headers = await twins.officeToken();
    expect((await fetch(`${twins.office}/Customer`, { headers })).status).toBe(200);
  });

  test('faults are put in force and lifted', async () => {
    const twins = await servedForTest();
    const headers = await twins.crmToken();
    const status = async (): Promise<number> =>
      (await fetch(`${twins.crm}/contacts`, { headers })).status;
    const plan = [{ code: 'F3', system: 'CRMOffice', answer: 503, times: 2 }];
    expect((await twins.ask('PUT', '/faults', plan)).status).toBe(204);
    expect(await status()).toBe(503);
    expect((await twins.ask('DELETE', '/faults')).status).toBe(204);
    expect(await status()).toBe(200);
    expect((await twins.ask('PUT', '/faults', [{ code: 'F99' }])).status).toBe(400);
  });

  test('a fault that resets the connection resets it', async () => {
    const twins = await servedForTest();
    const headers = await twins.crmToken();
    await twins.ask('PUT', '/faults', [{ code: 'F3' }]);
    await expect(fetch(`${twins.crm}/contacts`, { headers })).rejects.toThrow('fetch failed');
    expect((await fetch(`${twins.crm}/contacts`, { headers })).status).toBe(200);
    expect(twins.defects).toEqual([]);
  });

  test('the ledger is read from where one was, and as it grows', async () => {
    const twins = await servedForTest();
    const known = (await ledger(twins)).length;
    const growing = ledger(twins, `?after=${known}&wait=2`);
    const id = await created(twins, 'New');
    expect(await growing).toMatchObject([{ seq: known + 1, id }]);
    expect(await ledger(twins, `?after=${known + 1}`)).toEqual([]);
    expect((await fetch(`${twins.control}/ledger?after=-1`)).status).toBe(400);
  });

  test('what is served tells the time, and takes neither forms nor other origins', async () => {
    const twins = await servedForTest();
    const { now } = (await twins.ask('GET', '/clock')).body as { now: string };
    expect(Math.abs(Date.parse(now) - wallClock.now())).toBeLessThan(60_000);
    const form = await fetch(`${twins.control}/restore`, { method: 'POST', body: 'id=1' });
    expect(form.status).toBe(415);
    const foreign = await fetch(`${twins.control}/clock`, { headers: { origin: 'http://x.test' } });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });
});
