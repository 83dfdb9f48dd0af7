import { expect, test } from 'vitest';
import { linesOf, withoutIds } from './lines.ts';
import { saysTheSame } from './oracle.ts';

const own = ['{"id":"1","text":"a"}', '{"id":"2","text":"b"}'];

test('a list is one of lines where every item is an object', () => {
  expect(linesOf(own).map(({ id }) => id)).toEqual(['1', '2']);
  for (const other of [['x'], [...own, 'x'], ['[1]'], ['{'], null, 'x']) {
    expect(linesOf(other)).toEqual([]);
    expect(withoutIds(other)).toEqual(other);
  }
});

test('two lists of lines say the same whatever ids they have, and nothing else less', () => {
  const same = (target: readonly string[]): boolean | undefined =>
    saysTheSame({ type: '"list"', source: own, target });
  expect(same(['{"text":"a","id":"L7"}', '{"text":"b"}'])).toBe(true);
  expect(same(['{"text":"b"}', '{"text":"a"}'])).toBe(false);
  expect(same(['{"text":"a"}', '{"text":"b"}', '{"text":"b"}'])).toBe(false);
});
