import { expect, test } from 'vitest';
import type { Value } from '../../value.ts';
import type { Rewrite } from '../fault-rule.ts';
import { rewritten } from './rewritten.ts';

test.for<[Rewrite, string, string]>([
  ['trim', ' a ', 'a'],
  ['upper', 'ab', 'AB'],
  ['lower', 'AB', 'ab'],
  ['phone', '00 47 22', '+4722'],
  ['phone', '22 00 33', '220033'],
  ['nfc', 'A\u030a', 'Å'],
  ['crlf', 'a\nb', 'a\r\nb'],
  ['escape', 'a & <b', 'a &amp; &lt;b'],
  ['truncate:2', 'abc', 'ab'],
])('A text that is rewritten by %s is kept so', ([rewrite, before, after]) => {
  expect(rewritten(rewrite, before)).toBe(after);
});

test('Numbers are rounded, lists sorted, and what is ignored is empty', () => {
  expect(rewritten('round:1', 2.26)).toBe(2.3);
  expect(rewritten('sort', ['b', 'a'])).toEqual(['a', 'b']);
  expect(rewritten('ignore', 'a')).toBeNull();
  expect(rewritten(undefined, 'a')).toBe('a');
});

test.for<[Rewrite, Value]>([
  ['sort', 'ba'],
  ['round:1', '2.26'],
  ['truncate:2', 123],
  ['truncate:2', ['abc']],
  ['upper', 5],
  ['trim', [' a ']],
])('What %s is not made for stays as it is: %j', ([rewrite, value]) => {
  expect(rewritten(rewrite, value)).toEqual(value);
});
