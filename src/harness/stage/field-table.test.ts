import { expect, test } from 'vitest';
import { benches } from '../basis/bench.ts';
import { testWorld } from '../test-world.ts';
import { createFieldTable } from './field-table.ts';

test('Of a record that is followed mapped properties are told, and what else is other than it was', async () => {
  const { world } = testWorld();
  const [bench] = benches(world);
  if (bench === undefined) throw new Error('there is no section');
  const { source } = world.parties;
  await source.create('Customers', { name: 'Ada', remark: 'old', phone: '1' });
  const table = createFieldTable(world, bench);
  table.follow('source', '1');
  await table.mark();
  await source.edit('Customers', '1', { name: 'Eve', remark: 'new', age: 36 });
  // What is followed and kept once is not begun anew.
  table.follow('source', '1');
  await table.mark();
  const record = 'Acme Customers 1';
  expect(await table.rows()).toEqual([
    { record, property: 'name', before: 'Ada', after: 'Eve', mapped: true },
    { record, property: 'city', before: null, after: null, mapped: true },
    { record, property: 'remark', before: 'old', after: 'new', mapped: false },
    { record, property: 'age', before: null, after: 36, mapped: false },
  ]);
});

test('A record that is gone, or was never there, is empty', async () => {
  const { world } = testWorld();
  const [bench] = benches(world);
  if (bench === undefined) throw new Error('there is no section');
  await world.parties.target.create('Contact', { fullName: 'Ada', phone: '1' });
  const table = createFieldTable(world, bench);
  table.follow('target', '1');
  await table.mark();
  await world.parties.target.remove('Contact', '1');
  table.follow('target', '2');
  const rows = await table.rows();
  expect(
    rows.map(({ record, property, before, after }) => [record, property, before, after]),
  ).toEqual([
    ['Globex Contact 1', 'fullName', 'Ada', null],
    ['Globex Contact 1', 'town', null, null],
    ['Globex Contact 1', 'phone', '1', null],
    ['Globex Contact 2', 'fullName', null, null],
    ['Globex Contact 2', 'town', null, null],
  ]);
});
