import { expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import { customersSection } from '../test-sections.ts';
import { testWorld as emptyWorld, type TestWorld } from '../test-world.ts';
import { createHistory } from '../watching/history.ts';
import { benches } from './bench.ts';
import { createMergeTable } from './merge-table.ts';

function testWorld(): TestWorld {
  const mergeOn = [
    { source: 'name', target: 'fullName', line: 3 },
    { source: 'city', target: 'town', line: 4 },
  ];
  return emptyWorld(defaultSettings, [customersSection({ mergeOn })]);
}

function tableOf({ world }: TestWorld) {
  const history = createHistory(world.ledger);
  history.refresh();
  const [bench] = benches(world);
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

test('What the engine made is shared like anything else, and so is what stands in any row', () => {
  const told = testWorld();
  known(told, 'source', '1', 'Ada');
  const fields = { town: 'Oslo' };
  told.change({ by: 'engine', side: 'target', id: '8', action: 'create', fields });
  expect(tableOf(told).sharers('source', '1')).toEqual([]);
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Oslo' } });
  expect(tableOf(told).sharers('source', '1')).toEqual(['8']);
  expect(tableOf(told).only('1', all)).toBe('8');
});

test('The same words in another property are no match', () => {
  const told = testWorld();
  known(told, 'source', '1', 'Ada');
  told.change({ by: 'user', side: 'target', id: '8', action: 'create', fields: { town: 'Ada' } });
  expect(tableOf(told).sharers('source', '1')).toEqual([]);
});

test.each(['source', 'target'] as const)(
  'Nothing is linked to a %s record that is gone',
  (side) => {
    const told = testWorld();
    known(told, 'source', '1', 'Ada');
    known(told, 'target', '1', 'Ada');
    told.change({ by: 'user', side, id: '1', action: 'delete' });
    expect(tableOf(told).only('1', all)).toBeUndefined();
  },
);

test('Two source records that share one target are told apart only where one of them is linked', () => {
  const told = testWorld();
  known(told, 'source', '1', 'Ada');
  known(told, 'source', '2', 'Ada');
  known(told, 'target', '2', 'Ada');
  const without = (id: string) =>
    tableOf(told).only('1', (side, one) => side === 'target' || one !== id);
  expect(tableOf(told).only('1', all)).toBeUndefined();
  expect(without('2')).toBe('2');
  expect(without('1'), 'it is linked itself').toBeUndefined();
});
