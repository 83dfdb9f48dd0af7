import { describe, expect, test } from 'vitest';
import type { Value } from '../../value.ts';
import { conversionOf, isEmpty, sameValue } from './convert.ts';

test.for<[type: string, source: Value, target: Value]>([
  ['"string"', 7, '7'],
  ['"string"', true, 'true'],
  ['"string"', ['a', 'b'], 'a, b'],
  ['"string"', '007', '007'],
  ['"integer"', '12', 12],
  ['"integer"', '007', '007'],
  ['"integer"', '9007199254740993', '9007199254740993'],
  ['"decimal"', '10.5', 10.5],
  ['"decimal"', '10.50', '10.50'],
  ['"float"', ' ', ' '],
  ['"boolean"', 'true', true],
  ['"boolean"', 'false', false],
  ['"boolean"', 'yes', 'yes'],
  ['"list"', 'a', ['a']],
  ['"list"', ['a'], ['a']],
  ['N/A', '007', '007'],
  ['', 7, 7],
])('%s carries %j to the target as %j', ([type, source, target]) => {
  expect(conversionOf(type)?.toTarget(source)).toEqual(target);
});

test.for(['"string"', '"integer"', '"boolean"', '"list"'])(
  '%s carries nothing as nothing',
  (type) => {
    for (const empty of [null, '', []]) expect(conversionOf(type)?.toTarget(empty)).toBe(null);
  },
);

describe('on the way back', () => {
  test('a value takes the form of text where the source holds text', () => {
    expect(conversionOf('"integer"')?.toSource(12, '11')).toBe('12');
    expect(conversionOf('"integer"')?.toSource(12, 11)).toBe(12);
    expect(conversionOf('"integer"')?.toSource(12, null)).toBe(12);
  });

  test('a text takes the form of what the source holds, where it is one exactly', () => {
    const back = (text: Value, like: Value) => conversionOf('"string"')?.toSource(text, like);
    expect([back('12', 11), back('twelve', 11), back('012', 11)]).toEqual([12, 'twelve', '012']);
    expect([back('true', false), back('yes', false)]).toEqual([true, 'yes']);
    expect([back('12', null), back('12', '11')]).toEqual(['12', '12']);
  });

  test('nothing stays nothing, and a list stays a list', () => {
    expect(conversionOf('"string"')?.toSource(null, 'x')).toBe(null);
    expect(conversionOf('"list"')?.toSource(['a'], 'x')).toEqual(['a']);
  });
});

test('An expression of the platform has no conversion, nor has what objects happen to have', () => {
  expect(conversionOf('"replace"," ","", "string"]')).toBe(undefined);
  expect(conversionOf('constructor')).toBe(undefined);
});

test('Zero and false are not empty', () => {
  expect([undefined, null, '', []].every(isEmpty)).toBe(true);
  expect([0, false, ' ', 'null'].some(isEmpty)).toBe(false);
});

test.for<[a: Value, b: Value, same: boolean]>([
  [null, '', true],
  [[], null, true],
  [['a', 'b'], ['a', 'b'], true],
  [['a', 'b'], ['b', 'a'], false],
  [['a'], 'a', false],
  ['7', 7, false],
  [0, null, false],
  [false, '', false],
  ['Bl\u00e5', 'Bla\u030a', false],
])('%j and %j are the same value: %s', ([a, b, same]) => {
  expect(sameValue(a, b)).toBe(same);
});
