import { expect, test } from 'vitest';
import type { Value } from '../../value.ts';
import { testBench } from '../test-bench.ts';
import { born, testWorld } from '../test-world.ts';
import { createHistory } from './history.ts';
import { isTelling, likest, sharers } from './likeness.ts';

test.for<[value: Value, telling: boolean]>([
  ['abcd', true],
  ['abc', false],
  [1000, true],
  [999, false],
  [true, false],
  [null, false],
  [['1000'], false],
])('%j says whose it is: %s', ([value, telling]) => {
  expect(isTelling(value)).toBe(telling);
});

/** How much of this the records 1, of Ada in Oslo, and 2, of Alan in Oslo, have held. */
function shared(held: readonly Value[]) {
  const told = testWorld();
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace', city: 'Oslo', land: 'NO' } });
  told.change({ ...born, id: '2', fields: { name: 'Alan Turing', city: 'Oslo' } });
  told.change({ by: 'user', side: 'source', id: '2', fields: { city: 'Bergen' } });
  const history = createHistory(told.world.ledger);
  history.refresh();
  const provide = {
    key: { kind: 'marker', prefix: 'acme-' },
    note: { kind: 'copy', property: 'name' },
  } as const;
  const bench = testBench({ settings: { provide } });
  return [...sharers({ bench, history }, held)];
}

test('Each value counts once for each record that ever held it', () => {
  expect(shared(['Ada Lovelace', 'Oslo', 'Oslo'])).toEqual([
    ['1', 2],
    ['2', 1],
  ]);
  expect(shared(['Bergen', 'Moss', 'NO', null])).toEqual([['2', 1]]);
});

test('A marker names its record, there or not', () => {
  expect(shared(['acme-7', 'Bergen'])).toEqual([
    ['7', 1],
    ['2', 1],
  ]);
  expect(shared(['7-acme-', 'globex-7', 7000])).toEqual([]);
});

test('The likest is the one with the most values, the first of equals, and nobody among none', () => {
  const scores = (...all: readonly [string, number][]) => new Map(all);
  expect(likest(scores(['1', 1], ['2', 3], ['3', 2]))).toBe('2');
  expect(likest(scores(['2', 1], ['1', 1]))).toBe('2');
  expect(likest(scores())).toBeUndefined();
});
