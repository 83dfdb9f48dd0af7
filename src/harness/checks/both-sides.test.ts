import { expect, test } from 'vitest';
import { testBench } from '../test-bench.ts';
import { bothSides } from './both-sides.ts';

const bench = testBench({
  properties: { name: { type: 'string' }, age: { type: 'integer' }, size: { type: 'integer' } },
});
const isNumber = (source: string, target: string): boolean =>
  bothSides({ bench, row: { source, target } }, ({ type }) => type === 'integer');

test('Both properties of a row are known, and like that', () => {
  expect(isNumber('age', 'size')).toBe(true);
  expect([isNumber('age', 'name'), isNumber('name', 'age')]).toEqual([false, false]);
  expect([isNumber('age', 'nothing'), isNumber('nothing', 'age')]).toEqual([false, false]);
  expect(bothSides({ bench }, () => true)).toBe(false);
});
