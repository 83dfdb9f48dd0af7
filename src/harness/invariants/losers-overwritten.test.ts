import { expect, test } from 'vitest';
import type { EngineReport, ReportedConflict } from '../system-under-test.ts';
import { lostCity, pair, replaced, typed, typedThere } from '../test-pair.ts';
import type { TestWorld } from '../test-world.ts';
import { losersOverwritten } from './losers-overwritten.ts';

/** Somebody's Oslo competes with somebody's Bergen. */
function contested(): TestWorld {
  const told = pair();
  typed(told, 'Oslo');
  typedThere(told, 'Bergen');
  return told;
}

async function said(told: TestWorld, conflict: ReportedConflict, rest: Partial<EngineReport> = {}) {
  const report = { problems: [], conflicts: [conflict], ...rest };
  return (await losersOverwritten.judge(await told.scene({ report }))).map(
    ({ message }) => message,
  );
}

const kept = (value: string): ReportedConflict => ({ ...lostCity('Oslo'), kept: value });

test('What is told to have lost was overwritten', async () => {
  const told = contested();
  expect(await said(told, lostCity('Oslo'))).toEqual([
    'the engine tells that "Oslo" in city of Customers 1 lost against another edit, but nothing was written over it',
  ]);
  replaced(told, 'Bergen');
  expect(await said(told, lostCity('Oslo'))).toEqual([]);
});

test('Only the value itself counts as nothing, and what stood before it was typed', async () => {
  const told = pair();
  replaced(told, 'Moss');
  typed(told, 'Oslo');
  typedThere(told, 'Bergen');
  expect(await said(told, lostCity('Oslo'))).toHaveLength(1);
  replaced(told, 'Oslo');
  expect(await said(told, lostCity('Oslo'))).toHaveLength(1);
});

test('What is told to have been kept was written over it', async () => {
  const told = contested();
  replaced(told, 'Bergen');
  expect(await said(told, kept('Bergen'))).toEqual([]);
  expect(await said(told, kept('Moss'))).toEqual([
    'the engine tells that "Oslo" in city of Customers 1 lost against another edit, but "Moss", which is told to have won, was never written over it',
  ]);
});

test('Nobody finds the value there any more whom another one has typed over it since', async () => {
  const told = contested();
  typed(told, 'Moss');
  expect(await said(told, kept('Bergen'))).toEqual([]);
});

test('Where something went wrong in the pass, or nobody ever typed it, this law says nothing', async () => {
  const told = contested();
  expect(await said(told, lostCity('Moss'))).toEqual([]);
  expect(await said(told, lostCity('Oslo'), { died: true })).toEqual([]);
  told.request({ fault: 'F3: reset' });
  expect(await said(told, lostCity('Oslo'))).toEqual([]);
});

test('What lost and is the system’s form of what won was nobody’s loss', async () => {
  const rewritten = new Map([['source city', 'upper' as const]]);
  const judged = async (lost: string, winner: string) => {
    const told = pair();
    typedThere(told, 'Bergen');
    replaced(told, 'Bergen');
    typed(told, lost);
    const conflicts = [{ ...lostCity(lost), kept: winner }];
    const report = { problems: [], conflicts };
    return (await losersOverwritten.judge(await told.scene({ report, rewritten }))).length;
  };
  expect(await judged('BERGEN', 'Bergen')).toBe(0);
  expect(await judged('BERGEN', 'Moss')).toBe(1);
  expect(await judged('OSLO', 'Bergen')).toBe(1);
});
