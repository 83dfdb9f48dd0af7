import { expect, test } from 'vitest';
import type { ReportedConflict } from '../system-under-test.ts';
import { lostCity, lostTown, pair, replaced, typed, typedThere } from '../test-pair.ts';
import type { TestWorld } from '../test-world.ts';
import { conflictsToldOnce } from './conflicts-told-once.ts';

/** Somebody's Oslo was replaced by somebody's Bergen. */
function contested(): TestWorld {
  const told = pair();
  typed(told, 'Oslo');
  typedThere(told, 'Bergen');
  replaced(told, 'Bergen');
  return told;
}

/** The next pass tells this; `starts` is how long the ledger was when an engine was started. */
async function said(
  told: TestWorld,
  conflicts: readonly ReportedConflict[],
  starts: readonly number[] = [],
) {
  const scene = await told.scene({ report: { problems: [], conflicts }, starts });
  return (await conflictsToldOnce.judge(scene)).map(({ message }) => message);
}

const oslo = lostCity('Oslo');

test('A loss is told once', async () => {
  const told = contested();
  expect(await said(told, [oslo])).toEqual([]);
  expect(await said(told, [])).toEqual([]);
  expect(await said(told, [oslo])).toEqual([
    'the engine tells 2 times that "Oslo" in city of Customers 1 lost against another edit, which was typed there once',
  ]);
});

test('Twice in one report is twice, and told of once', async () => {
  expect(await said(contested(), [oslo, oslo])).toHaveLength(1);
});

test('Another value, property or record is another loss', async () => {
  const told = contested();
  const other = { ...oslo, record: { ...oslo.record, id: '2' } };
  await said(told, [oslo]);
  expect(await said(told, [lostCity('Moss'), { ...oslo, property: 'name' }, other])).toEqual([]);
  expect(await said(told, [lostTown('Oslo')])).toEqual([]);
});

test('What is typed again may lose again', async () => {
  const told = contested();
  await said(told, [oslo]);
  typed(told, 'Oslo');
  typedThere(told, 'Moss');
  replaced(told, 'Moss');
  expect(await said(told, [oslo])).toEqual([]);
  expect(await said(told, [oslo])).toHaveLength(1);
});

test('An engine that was started since may tell it again, once', async () => {
  const told = contested();
  await said(told, []);
  const begin = told.world.ledger.entries.length;
  told.request();
  await said(told, [oslo]);
  expect(await said(told, [oslo], [begin])).toEqual([]);
  expect(await said(told, [oslo], [begin])).toHaveLength(1);
});

test('A start before the last telling excuses nothing', async () => {
  const told = contested();
  const begin = told.world.ledger.entries.length - 1;
  await said(told, []);
  await said(told, [oslo]);
  expect(await said(told, [oslo], [begin])).toHaveLength(1);
});
