import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineEntity, facts } from '../contract/contract.ts';
import { createLedger } from '../ledger.ts';
import type { Reader } from './reader.ts';
import { Table } from './table.ts';

const by = { author: 'user' } as const;

/** Rows 1 to 4 at time 0; since then 1 was changed, 2 deleted and 5 created, one each second. */
function setUp() {
  const time = { now: 0 };
  const entity = defineEntity({
    name: 'E',
    properties: { name: z.string().register(facts, { source: 'test' }) },
  });
  const table = new Table({
    ...{ system: 'S', entity, ledger: createLedger({ clock: { now: () => time.now } }) },
    ...{ now: () => time.now, stamp: () => time.now, firstId: 1 },
    fate: () => ({ silent: false, hiddenFor: 0 }),
  });
  const insert = (name: string) => table.insert({ sent: { name }, stored: { name }, by });
  for (const name of ['a', 'b', 'c', 'd']) insert(name);
  const [first, second] = [...table.all()];
  if (!first || !second) throw new Error('rows are missing');
  time.now = 1000;
  table.update(first, { sent: { name: 'z' }, stored: { name: 'z' }, by });
  time.now = 2000;
  table.remove(second, by);
  time.now = 3000;
  insert('e');
  return { table, time };
}

const names = (rows: Iterable<{ readonly fields: Readonly<Record<string, unknown>> }>) =>
  [...rows].map(({ fields }) => fields['name']).join('');

function seen(reader: Reader) {
  return {
    ...{ all: names(reader.all()), size: reader.size, after: names(reader.after(1)) },
    ...{ since: names(reader.since(1)), a: names(reader.where('name', 'a')) },
    latest: names([...reader.byStamp(true)][0] ?? []),
    second: reader.get(2)?.fields['name'],
  };
}

test('an older state is seen in every way of reading', () => {
  const { table } = setUp();
  const old = {
    all: 'abcd',
    size: 4,
    after: 'bcd',
    since: '',
    a: 'a',
    latest: 'bcda',
    second: 'b',
  };
  expect(seen(table.asOf({ writes: 3 }))).toEqual({ ...old, latest: expect.any(String) });
  expect(seen(table.asOf({ ms: 2500 }))).toMatchObject({ all: 'abcd' });
  expect(seen(table.asOf({ writes: 2 }))).toEqual({
    ...{ all: 'zbcd', size: 4, after: 'bcd', since: 'z', a: '', latest: 'z', second: 'b' },
  });
  expect(seen(table.asOf({ ms: 500 }))).toEqual({
    ...{ all: 'zcd', size: 3, after: 'cd', since: 'z', a: '', latest: 'z', second: undefined },
  });
});

test('without a lag, or with one that is over, the table itself is read', () => {
  const { table, time } = setUp();
  expect(table.asOf()).toBe(table);
  time.now = 9000;
  expect(table.asOf({ ms: 6000 })).toBe(table);
  expect(names(table.all())).toBe('zcde');
});
