import { expect, test } from 'vitest';
import type { Section } from '../../dataflow/dataflow.ts';
import { defaultSettings } from '../../settings.ts';
import { testBench } from '../test-bench.ts';
import { customersSection, ordersSection } from '../test-sections.ts';
import { testWorld } from '../test-world.ts';
import { benches, inWords } from './bench.ts';

function benchOf(section: Section) {
  const [bench] = benches(testWorld(defaultSettings, [section]).world);
  if (bench === undefined) throw new Error('there is no section');
  return bench;
}

test('A property is described as the API of its side and entity describes it', () => {
  const bench = benchOf(ordersSection());
  expect(bench.property('source', 'number')).toMatchObject({ name: 'number' });
  expect(bench.property('target', 'code')).toMatchObject({ name: 'code' });
  expect(bench.property('source', 'code')).toBeUndefined();
  expect(bench.property('source', 'city')).toBeUndefined();
});

test('Of an entity that the API does not describe nothing is known', () => {
  const bench = benchOf(customersSection({ source: 'Acme Unicorns', target: 'Globex Unicorn' }));
  expect(bench.stamped).toEqual({ source: false, target: false });
  expect(bench.property('target', 'fullName')).toBeUndefined();
});

test('A side is stamped where its contract names the property that says when', () => {
  expect(testBench({}).stamped).toEqual({ source: true, target: true });
  expect(testBench({ unstamped: 'source' }).stamped).toEqual({ source: false, target: true });
  expect(testBench({ unstamped: 'target' }).stamped).toEqual({ source: true, target: false });
});

test('Records are merged on rows that name a property of both sides', () => {
  const row = { source: 'name', target: 'fullName', line: 9 };
  const mergeOn = [{ ...row, source: '' }, { ...row, target: '' }, row];
  expect(benchOf(customersSection({ mergeOn })).mergeOn).toEqual([row]);
});

test('A section takes its own settings, and none where it has none', () => {
  const settings = { consent: ['name'] };
  expect(testBench({ settings }).settings).toEqual(settings);
  expect(benchOf(customersSection()).settings).toEqual({});
});

test('A record is called by its system where that has a name', () => {
  expect(inWords({ system: 'Acme', entity: 'Orders', id: '7' })).toBe('Acme Orders 7');
  expect(inWords({ system: '', entity: 'Orders', id: '7' })).toBe('Orders 7');
});
