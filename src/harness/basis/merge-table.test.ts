import { expect, test } from 'vitest';
import type { Section } from '../../dataflow/dataflow.ts';
import { type TestWorld, testWorld } from '../test-world.ts';
import { createHistory } from '../watching/history.ts';
import { benches } from './bench.ts';
import { createMergeTable } from './merge-table.ts';

function tableOf({ world }: TestWorld) {
  const [section] = world.dataflow.sections;
  const merging: readonly Section[] = section
    ? [{ ...section, mergeOn: [{ source: 'name', target: 'fullName', line: 3 }] }]
    : [];
  const history = createHistory(world.ledger);
  history.refresh();
  const [bench] = benches({ ...world, dataflow: { ...world.dataflow, sections: merging } });
  if (bench === undefined) throw new Error('the test world has no section');
  return createMergeTable(bench, history);
}

function known(told: TestWorld, side: 'source' | 'target', id: string, name: string | null): void {
  const fields = side === 'source' ? { name } : { fullName: name };
  told.change({ by: 'user', side, id, action: 'create', fields });
}

const all = () => true;

test('Two records that alone share a value belong together', () => {
  const told = testWorld();
  known(told, 'source', '1', 'Ada');
  known(told, 'source', '2', 'Alan');
  known(told, 'target', '8', 'Ada');
  expect(tableOf(told).only('1', all)).toBe('8');
  expect(tableOf(told).only('2', all)).toBeUndefined();
});

test('Empty values are no match', () => {
  const told = testWorld();
  known(told, 'source', '1', null);
  known(told, 'target', '8', null);
  expect(tableOf(told).sharers('source', '1')).toEqual([]);
});

test('Nobody can tell where a second record shares the value, or ever did', () => {
  const told = testWorld();
  known(told, 'source', '1', 'Ada');
  known(told, 'target', '8', 'Ada');
  known(told, 'target', '9', 'Ada');
  told.change({ by: 'user', side: 'target', id: '9', fields: { fullName: 'Alan' } });
  expect(tableOf(told).only('1', all)).toBeUndefined();
  expect(tableOf(told).only('1', (_, id) => id !== '9')).toBe('8');
});

test('Records that shared a value once are no match now', () => {
  const told = testWorld();
  known(told, 'source', '1', 'Ada');
  known(told, 'target', '8', 'Ada');
  told.change({ by: 'user', side: 'source', id: '1', fields: { name: 'Alan' } });
  expect(tableOf(told).only('1', all)).toBeUndefined();
});

test('What the engine has made the same is no match for that', () => {
  const told = testWorld();
  known(told, 'source', '1', 'ada');
  known(told, 'target', '8', 'ADA');
  told.change({ by: 'engine', side: 'source', id: '1', fields: { name: 'ADA' } });
  expect(tableOf(told).sharers('source', '1')).toEqual([]);
  told.change({ by: 'user', side: 'source', id: '1', fields: { name: 'ADA' } });
  expect(tableOf(told).sharers('source', '1')).toEqual(['8']);
});
