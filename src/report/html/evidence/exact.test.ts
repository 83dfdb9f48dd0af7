import { expect, test } from 'vitest';
import { exact, exactValue } from './exact.ts';

const space = '<span class="mark">space</span>';

test('blanks at the ends are marked, those inside are not', () => {
  expect(exact(' a b ').toString()).toBe(`${space}a b${space}`);
  expect(exact('\n').toString()).toBe('<span class="mark">new line</span>');
  expect(exact('\u00A0').toString()).toBe('<span class="mark">U+00A0</span>');
});

test('many blanks are counted', () => {
  expect(exact(' '.repeat(1_000_000)).toString()).toBe(
    '<span class="mark">1,000,000 blanks</span>',
  );
});

test.each([
  [null, '<i>empty</i>'],
  ['', '""'],
  ['1', '"1"'],
  [1, '1'],
  [false, 'false'],
  [['a', 2], '["a", 2]'],
])('%j is spelled so that nothing else is', (value, spelled) => {
  expect(exactValue(value).toString()).toBe(spelled);
});
