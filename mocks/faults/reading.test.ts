import { describe, expect, test } from 'vitest';
import { activities, openDesks } from './test-desks.ts';

const entity = 'Timetrackingactivity';

describe('F1, a lagging replica', () => {
  test('by time: list, search and get-one show the state of then, each only where the rule says so', async () => {
    const { bench, office, codes, lastFault } = await openDesks();
    bench.faults.inject([{ code: 'F1', entity, ms: 1000 }]);
    await office(activities, { method: 'POST', json: { id: 1003, code: 'z' } });
    await bench.office.party.remove(entity, '1004');
    expect(await codes()).toBe('abc');
    expect(await codes("$filter=Code eq 'z'")).toBe('');
    expect(await codes("$filter=Code eq 'b'")).toBe('b');
    expect((await office(`${activities}/1003`)).body).toMatchObject({ data: { code: 'a' } });
    expect(lastFault()).toBe('F1: read 1000 ms behind');
    bench.advance(1000);
    expect(await codes()).toBe('zc');
  });

  test('by writes, of one endpoint only, fresh and stale in turns', async () => {
    const { bench, office, codes } = await openDesks();
    const rule = { code: 'F1', entity, read: 'list', writes: 1, freshEvery: 2 } as const;
    bench.faults.inject([rule]);
    await bench.office.party.edit(entity, '1003', { code: 'z' });
    expect([await codes(), await codes(), await codes()]).toEqual(['zbc', 'abc', 'zbc']);
    expect((await office(`${activities}/1003`)).body).toMatchObject({ data: { code: 'z' } });
  });

  test('holds for plain REST too, by a filter and one by one', async () => {
    const { bench, crm } = await openDesks();
    bench.faults.inject([{ code: 'F1', ms: 1000 }]);
    await bench.crm.party.edit('Contacts', '1004', { givenName: 'z' });
    expect((await crm('/contacts?givenName=z')).body).toMatchObject({ total: 0 });
    expect((await crm('/contacts/1004')).body).toMatchObject({ givenName: 'a' });
    await bench.crm.party.create('Contacts', { givenName: 'new' });
    expect((await crm('/contacts')).body).toMatchObject({ total: 3 });
    expect((await crm('/contacts/1007')).status).toBe(404);
  });
});

describe('F8, rights that shrink', () => {
  test('hide records: 403 or 404 for each, and lists without them, until cleared', async () => {
    const { bench, office, codes, lastFault } = await openDesks();
    bench.faults.inject([{ code: 'F8', entity, ids: ['1004'], answer: 404 }]);
    expect(await codes()).toBe('ac');
    expect(lastFault()).toBe('F8: 1 rows left out for want of rights');
    expect((await office(`${activities}/1004`)).status).toBe(404);
    expect((await office(`${activities}/1003`)).status).toBe(200);
    bench.faults.clear();
    expect(await codes()).toBe('abc');
  });

  test('close a whole endpoint for as long as the rule says', async () => {
    const { bench, crm } = await openDesks();
    bench.faults.inject([{ code: 'F8', system: 'CRMOffice', entity: 'Contacts', times: 1 }]);
    expect((await crm('/contacts')).status).toBe(403);
    expect((await crm('/contacts')).status).toBe(200);
  });
});

describe('F9, page shapes', () => {
  test('a cap below what was asked leaves the rest to later pages', async () => {
    const { bench, crm, codes } = await openDesks();
    bench.faults.inject([{ code: 'F9', how: 'cap', rows: 2 }]);
    expect(await codes('$orderby=Id&$top=10&$skip=0')).toBe('ab');
    const { body } = await crm('/contacts?limit=10');
    const next = String((body as { readonly next: string }).next);
    expect((await crm(next.slice('https://crmoffice.test'.length))).body).toMatchObject({
      items: [{ givenName: 'c' }],
    });
  });

  test('an empty page goes on, a repeated one comes again, an expired place is refused', async () => {
    const { bench, crm } = await openDesks();
    bench.faults.inject([{ code: 'F9', how: 'empty' }]);
    expect((await crm('/contacts')).body).toEqual({
      ...{ items: [], total: 3, next: 'https://crmoffice.test/contacts' },
    });
    const first = await crm('/contacts?limit=1');
    bench.faults.inject([{ code: 'F9', how: 'repeat', nth: 2 }]);
    expect((await crm('/contacts?limit=2')).body).not.toEqual(first.body);
    expect((await crm('/contacts?limit=1')).body).toMatchObject({ items: [{}, {}] });
    bench.faults.inject([{ code: 'F9', how: 'expired' }]);
    expect((await crm('/contacts')).status).toBe(400);
  });

  test('a ceiling fails or cuts without a word', async () => {
    const { bench, office, codes } = await openDesks();
    bench.faults.inject([{ code: 'F9', how: 'fail', rows: 2, times: 1 }]);
    expect((await office(activities)).body).toMatchObject({ success: false });
    bench.faults.inject([{ code: 'F9', how: 'cut', rows: 2 }]);
    expect(await codes()).toBe('ab');
    expect((await office(activities)).body).toMatchObject({ count: 2 });
  });
});

describe('F10, pages that move', () => {
  test('somebody acts before a page; a row comes twice; rows are reordered by their own seed', async () => {
    const { bench, codes, lastFault } = await openDesks('abcdef');
    const page = (skip: number) => codes(`$orderby=Id&$skip=${skip}&$top=2`);
    const acts = [{ do: 'delete', entity, id: '1003' }] as const;
    bench.faults.inject([{ code: 'F10', entity, nth: 2, acts }]);
    expect([await page(0), await page(2)]).toEqual(['ab', 'de']);
    expect(lastFault()).toBe(`F10: a person deleted ${entity} 1003`);
    bench.faults.inject([{ code: 'F10', nth: 2, twice: true }]);
    expect([await page(0), await page(2)]).toEqual(['bc', 'cde']);
    bench.faults.inject([{ code: 'F10', reorder: true, seed: 3, times: 2 }]);
    const [one, other] = [await codes(), await codes()];
    expect([...one].sort().join('')).toBe('bcdef');
    expect([one, other]).not.toEqual(['bcdef', 'bcdef']);
  });
});

describe('F12, late visibility', () => {
  test('a change keeps its stamp and is shown after later ones', async () => {
    const { bench, codes } = await openDesks();
    bench.faults.inject([{ code: 'F12', entity, id: '1003', ms: 5000, times: 1 }]);
    await bench.office.party.edit(entity, '1003', { code: 'y' });
    bench.advance(1000);
    await bench.office.party.edit(entity, '1004', { code: 'z' });
    expect(await codes()).toBe('azc');
    expect(await codes('$orderby=LastChanged desc&$top=1')).toBe('z');
    bench.advance(4000);
    expect(await codes()).toBe('yzc');
    expect(await codes('$orderby=LastChanged desc&$top=2')).toBe('zy');
  });

  test('a record that is created late is in no list until then', async () => {
    const { bench, codes, office } = await openDesks();
    bench.faults.inject([{ code: 'F12', ms: 5000 }]);
    await office(activities, { method: 'POST', json: { activityType: 200, code: 'n', name: 'n' } });
    expect(await codes()).toBe('abc');
    bench.advance(5000);
    expect(await codes()).toBe('abcn');
  });
});

test('F16 shows records otherwise: fields dropped, null, renamed, of another type, set, and lists reversed', async () => {
  const { bench, office, codes, lastFault } = await openDesks();
  const shown = async () => {
    const { text } = await office(`${activities}/1003`);
    bench.faults.clear();
    return text;
  };
  const show = async (how: 'drop' | 'null' | 'text' | 'rename', property: string) => {
    bench.faults.inject([{ code: 'F16', entity, how, property, to: 'other' }]);
    return shown();
  };
  expect(await show('drop', 'name')).not.toContain('"name"');
  expect(lastFault()).toBe('F16: drop name');
  expect(await show('null', 'hourlyRate')).toContain('"hourlyRate":null');
  expect(await show('text', 'id')).toContain('"id":"1003"');
  expect(await show('rename', 'name')).toContain('"other":"a"');
  const value = '9007199254740993';
  bench.faults.inject([{ code: 'F16', how: 'set', property: 'activityType', value }]);
  expect(await shown()).toContain(`"activityType":${value}`);
  bench.faults.inject([{ code: 'F16', how: 'reverse' }]);
  expect(await codes()).toBe('cba');
});
