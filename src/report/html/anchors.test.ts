import { expect, test } from 'vitest';
import { anchorOf, checkAnchor, fragment } from './anchors.ts';

test('a readable id is its own anchor', () => {
  expect(anchorOf('activities/every')).toBe('activities/every');
});

test('a check stands below its requirement, apart from requirements of a like name', () => {
  expect(checkAnchor('a', 'b')).toBe('a:b');
  expect(checkAnchor('a', 'b')).not.toBe(anchorOf('a/b'));
});

test('long ids stay apart', () => {
  const start = 'a'.repeat(1_000_000);
  expect(anchorOf(`${start}b`)).not.toBe(anchorOf(`${start}c`));
  expect(anchorOf(start).length).toBeLessThan(300);
});

test('blanks, controls and lone surrogates are spelled out', () => {
  expect(anchorOf('a b\n\u202E\uD800')).toBe('a(U+0020)b(U+000A)(U+202E)(U+D800)');
});

test.each(['a/b c#d?e%20', '\'"<>&', 'æ 日本\uDC00'])(
  'the link to %j decodes to its anchor',
  (id) => {
    const anchor = anchorOf(id);
    expect(decodeURIComponent(fragment(anchor).slice(1))).toBe(anchor);
  },
);
