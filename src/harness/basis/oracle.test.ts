import { expect, test } from 'vitest';
import type { Value } from '../../value.ts';
import { empty, saysTheSame } from './oracle.ts';

test.for<[type: string, source: Value, target: Value, same: boolean]>([
  ['"string"', '007', '007', true],
  ['"string"', '007', '7', false],
  ['"string"', 7, '7', true],
  ['"string"', ['a', 'b'], 'a, b', true],
  ['"string"', 'Bl\u00e5', 'Bla\u030a', false],
  ['"string"', null, 'null', false],
  ['"string"', 'null', null, false],
  ['"integer"', '12', 12, true],
  ['"integer"', 12, 13, false],
  ['"decimal"', '10.50', 10.5, true],
  ['"decimal"', 0.1, Math.fround(0.1), false],
  ['"float"', 0, null, false],
  ['"boolean"', 'true', true, true],
  ['"boolean"', false, true, false],
  ['"boolean"', false, null, false],
  ['"list"', ['a', 'b'], ['a', 'b'], true],
  ['"list"', ['a', 'b'], ['b', 'a'], false],
  ['"list"', 'a', ['a'], true],
  ['"list"', [], null, true],
  ['N/A', 'a', 'a', true],
  ['', '1', 1, false],
])('%s: %j and %j say the same: %s', ([type, source, target, same]) => {
  expect(saysTheSame({ type, source, target })).toBe(same);
  expect(saysTheSame({ type, source: target, target: source }), 'the other way round').toBe(same);
});

test('What an expression of the platform makes of a value is not known', () => {
  expect(saysTheSame({ type: '"replace"," ","", "string"]', source: 'a', target: 'a' })).toBe(
    undefined,
  );
});

test('Nothing, an empty text and an empty list are empty, zero and false are not', () => {
  expect([undefined, null, '', []].every(empty)).toBe(true);
  expect([0, false, ' '].some(empty)).toBe(false);
});
