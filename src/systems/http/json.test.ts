import { expect, test } from 'vitest';
import { parseJson } from './json.ts';

test('numbers that a double holds stay numbers', () => {
  expect(parseJson('[9007199254740991, -1, 2.0000, 0.1]')).toEqual([9007199254740991, -1, 2, 0.1]);
});

test('neighbours above 2^53 stay apart, as the text of their digits', () => {
  expect(parseJson('{"a": 9007199254740992, "b": 9007199254740993}')).toEqual({
    a: '9007199254740992',
    b: '9007199254740993',
  });
});

test.each(['', '{"a": 1', '<html></html>', 'undefined'])('%j is not JSON', (text) => {
  expect(parseJson(text)).toBeUndefined();
});
