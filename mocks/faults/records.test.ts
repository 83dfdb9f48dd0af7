import { describe, expect, test } from 'vitest';
import type { Act } from '../people/act.ts';
import { activities, openDesks } from './test-desks.ts';

const entity = 'Timetrackingactivity';
const rename = { method: 'POST', json: { id: 1003, name: 'new' } } as const;

describe('F11, stamps that are not what they seem', () => {
  test('ahead, behind, or always the same', async () => {
    const { bench, office } = await openDesks();
    const stampOf = async () => {
      const json = { id: 1003, name: `${bench.requests().length}` };
      const { body } = await office(activities, { method: 'POST', json });
      bench.faults.clear();
      return (body as { readonly data: { readonly lastChanged: string } }).data.lastChanged;
    };
    bench.faults.inject([{ code: 'F11', skew: 3_600_000 }]);
    expect(await stampOf()).toBe('2026-01-01T13:00:10 +00:00');
    bench.faults.inject([{ code: 'F11', fixed: '2026-10-25T02:30:00+02:00' }]);
    expect(await stampOf()).toBe('2026-10-25T00:30:00 +00:00');
  });

  test('written otherwise: none, in a zone, without one, with seven digits', async () => {
    const { bench, office, crm } = await openDesks('a');
    const written = async (format: 'null' | 'zone' | 'local' | 'fraction') => {
      bench.faults.inject([{ code: 'F11', format, times: 2 }]);
      const [one, other] = [await office(`${activities}/1003`), await crm('/contacts/1004')];
      const stamp = /"(?:lastChanged|modifiedAt)":([^,}]+)/;
      return [one, other].map(({ text }) => stamp.exec(text)?.[1]);
    };
    expect(await written('null')).toEqual(['null', 'null']);
    const zoned = '"2026-01-01T14:00:00+02:00"';
    expect(await written('zone')).toEqual([zoned, zoned]);
    const local = '"2026-01-01T12:00:00"';
    expect(await written('local')).toEqual([local, local]);
    const long = '"2026-01-01T12:00:00.0000000Z"';
    expect(await written('fraction')).toEqual([long, long]);
  });
});

describe('F13, silent changes', () => {
  test('content without a stamp: every change of the record meant', async () => {
    const { bench, office } = await openDesks();
    bench.faults.inject([{ code: 'F13', entity, id: '1003' }]);
    const { body } = await office(activities, rename);
    expect(body).toMatchObject({
      data: { name: 'new', lastChanged: '2026-01-01T12:00:00 +00:00' },
    });
    expect(bench.requests().at(-1)?.fault).toBe(`F13: the stamp of ${entity} 1003 stayed`);
  });

  test('by the system itself, before a request: content alone, or the stamp alone', async () => {
    const { bench, office } = await openDesks();
    const acts = [
      { do: 'rewrite', entity, id: '1003', fields: { name: 'other' } },
      { do: 'touch', entity, id: '1004' },
    ] as const;
    bench.faults.inject([{ code: 'F13', read: 'list', acts }]);
    const { body } = await office(`${activities}?$orderby=Id`);
    expect(body).toMatchObject({
      data: [
        { name: 'other', lastChanged: '2026-01-01T12:00:00 +00:00' },
        { name: 'b', lastChanged: '2026-01-01T12:00:10 +00:00' },
        {},
      ],
    });
    expect(bench.changes().at(-1)).toMatchObject({ author: 'server', id: '1003' });
  });
});

test('F14 goes there and back again, and automation writes under the engine’s own account', async () => {
  const { bench, office } = await openDesks();
  const edit = { entity, fields: { name: 'there' } };
  bench.faults.inject([{ code: 'F14', edit, back: { name: 'a' }, as: 'engine' }]);
  await office(activities, rename);
  const names = bench.changes().slice(-3);
  expect(names.map(({ author, fields }) => [author, fields['name']?.after])).toEqual([
    ['engine', 'there'],
    ['engine', 'a'],
    ['engine', 'new'],
  ]);
  expect(names[0]).not.toHaveProperty('request');
});

test('F15 stores texts, numbers and lists otherwise, or nothing', async () => {
  const { bench, crm, office } = await openDesks('a');
  const rewrites = [
    ['givenName', 'lower', 'ÅSE', 'åse'],
    ['directPhone', 'phone', '0047 22 33 44', '+47223344'],
    ['familyName', 'nfc', 'A\u030a', 'Å'],
    ['mobilePhone', 'crlf', 'a\nb', 'a\r\nb'],
    ['email', 'escape', 'a&b<c', 'a&amp;b&lt;c'],
  ] as const;
  bench.faults.inject(
    rewrites.map(([property, rewrite]) => ({ code: 'F15', entity: 'Contacts', property, rewrite })),
  );
  const json = Object.fromEntries(rewrites.map(([property, , sent]) => [property, sent]));
  const made = await crm('/contacts', { method: 'POST', json });
  expect(made.body).toMatchObject(
    Object.fromEntries(rewrites.map(([property, , , kept]) => [property, kept])),
  );
  bench.faults.inject([
    { code: 'F15', property: 'hourlyRate', rewrite: 'round:1' },
    { code: 'F15', property: 'isLockedHourType', rewrite: 'ignore' },
  ]);
  const sent = { id: 1003, hourlyRate: 7.26, isLockedHourType: true };
  const { body } = await office(activities, { method: 'POST', json: sent });
  expect(body).toMatchObject({ data: { hourlyRate: 7.3 } });
  expect(body).not.toMatchObject({ data: { isLockedHourType: true } });
});

describe('F17, lives of records', () => {
  test('deleted just before, brought back, erased, and an id that is used again', async () => {
    const { bench, office } = await openDesks();
    const beforehand = (...acts: readonly Act[]) => bench.faults.inject([{ code: 'F17', acts }]);
    beforehand({ do: 'delete', entity, id: '1003' });
    expect((await office(activities, rename)).body).toMatchObject({ success: false });
    beforehand({ do: 'revive', entity, id: '1003' });
    expect((await office(activities, rename)).body).toMatchObject({
      data: { id: 1003, name: 'new' },
    });
    beforehand(
      { do: 'edit', entity, id: '1004', fields: { hourlyRate: 5 } },
      { do: 'erase', entity, id: '1004' },
    );
    expect((await office(`${activities}/1004`)).text).not.toContain('hourlyRate');
    beforehand({ do: 'delete', entity, id: '1005' }, { do: 'reuse-id', entity, id: '1005' });
    const json = { activityType: 200, code: 'new', name: 'new' };
    const made = await office(activities, { method: 'POST', json });
    expect(made.body).toMatchObject({ data: { id: 1005, code: 'new' } });
  });

  test('merged into another: gone, sent on, or answered with the other', async () => {
    for (const [shows, status] of [
      ['gone', 404],
      ['redirect', 301],
      ['alias', 200],
    ] as const) {
      const { bench, crm } = await openDesks();
      const merge = { entity: 'Contacts', id: '1004', into: '1005', shows };
      bench.faults.inject([{ code: 'F17', merge }]);
      await crm('/contacts');
      const answer = await crm('/contacts/1004');
      expect(answer.status).toBe(status);
      if (shows === 'redirect') {
        expect(answer.headers.get('location')).toBe('https://crmoffice.test/contacts/1005');
      }
      if (shows === 'alias') expect(answer.body).toMatchObject({ id: '1005', givenName: 'b' });
    }
  });

  test('what cannot be done is said in the ledger, and the request goes on', async () => {
    const { bench, office, lastFault } = await openDesks();
    bench.faults.inject([{ code: 'F17', acts: [{ do: 'revive', entity: 'Nothing', id: '1' }] }]);
    expect((await office(activities)).status).toBe(200);
    expect(lastFault()).toBe('F17: a person could not revive Nothing 1 (There is no Nothing 1.)');
  });
});

describe('F20, refusals for good', () => {
  test('by a pattern, by another record’s value, or of any value', async () => {
    const { bench, office } = await openDesks();
    bench.faults.inject([
      { code: 'F20', entity, property: 'name', pattern: '^x', message: 'No x.' },
      { code: 'F20', entity, property: 'hourType', how: 'read-only' },
      { code: 'F20', entity, property: 'name', how: 'unique' },
    ]);
    const send = async (json: Readonly<Record<string, unknown>>) =>
      (await office(activities, { method: 'POST', json: { id: 1003, ...json } })).body;
    expect(await send({ name: 'xy' })).toMatchObject({ validation: { summary: 'No x.' } });
    expect(await send({ name: 'b' })).toMatchObject({
      validation: { exception: 'ApiUniqueConstraint' },
    });
    expect(await send({ hourType: 'O' })).toMatchObject({ success: false });
    expect(await send({ name: 'fine' })).toMatchObject({ success: true });
    expect(bench.requests().map(({ fault }) => fault)).toContain(`F20: ${entity}.name refused`);
  });

  test('of every filter', async () => {
    const { bench, office } = await openDesks();
    bench.faults.inject([{ code: 'F20', how: 'filter' }]);
    expect((await office(`${activities}?$filter=Id eq 1`)).body).toMatchObject({ success: false });
    expect((await office(activities)).body).toMatchObject({ success: true });
  });
});
