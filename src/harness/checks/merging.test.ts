import { expect, test } from 'vitest';
import { testBench } from '../test-bench.ts';
import { mergingChecks } from './merging.ts';

const check = mergingChecks.find(({ id }) => id === 'empty-source-value-never-wins');

/** Whether two merged records of this name differ in anything that is no key. */
function differ(source: string, target: string): boolean | undefined {
  const bench = testBench({ properties: { name: { type: 'string' } } });
  return check?.applies?.({ bench: { ...bench, mergeOn: [{ source, target, line: 2 }] } });
}

test('What is a key on either side is no property in which two merged records differ', () => {
  expect(differ('city', 'city')).toBe(true);
  expect([differ('name', 'city'), differ('city', 'name')]).toEqual([false, false]);
});
