import { expect, test } from 'vitest';
import { linesOf, withoutIds } from './lines.ts';
import { saysTheSame } from './oracle.ts';

const own = ['{"id":"1","text":"a"}', '{"id":"2","text":"b"}'];

test('a list is one of lines where every item is an object', () => {
  expect(linesOf(own).map(({ id }) => id)).toEqual(['1', '2']);
  for (const other of [['x'], [...own, 'x'], [...own, 5], ['[1]'], ['{'], null, 'x']) {
    expect(linesOf(other)).toEqual([]);
    expect(withoutIds(other)).toEqual(other);
  }
});

test('an id is a text, and what else is called so is none', () => {
  expect(linesOf(['{"id":7,"text":"a"}']).map(({ id }) => id)).toEqual([undefined]);
});

test('a line says the same in whatever order its system writes it', () => {
  const [line] = linesOf(['{"text":"a","price":1,"vat":25}']);
  for (const other of ['{"price":1,"text":"a","vat":25}', '{"vat":25,"text":"a","price":1}']) {
    expect(linesOf([other])).toEqual([line]);
  }
  expect(linesOf(['{"text":"a","price":25,"vat":1}'])).not.toEqual([line]);
});

test('two lists of lines say the same whatever ids they have, and nothing else less', () => {
  const same = (target: readonly string[]): boolean | undefined =>
    saysTheSame({ type: '"list"', source: own, target });
  expect(same(['{"text":"a","id":"L7"}', '{"text":"b"}'])).toBe(true);
  expect(same(['{"text":"b"}', '{"text":"a"}'])).toBe(false);
  expect(same(['{"text":"a"}', '{"text":"b"}', '{"text":"b"}'])).toBe(false);
});
