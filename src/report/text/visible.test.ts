import { expect, test } from 'vitest';
import { spellPlainly } from './visible.ts';

test.each([
  ['a right-to-left override', 'a\u202Eb', 'a[U+202E]b'],
  ['a control character', '\u0000', '[U+0000]'],
  ['a tab and a carriage return', '\t\r\n', '[U+0009][U+000D]\n'],
  ['a blank that is not a space', 'a\u00A0b', 'a[U+00A0]b'],
  ['a zero-width character', 'a\u200Bb\uFEFF', 'a[U+200B]b[U+FEFF]'],
  ['a lone surrogate', '\uD800x\uDC00', '[U+D800]x[U+DC00]'],
  ['a non-character', '\uFFFF', '[U+FFFF]'],
  ['a character beyond the first plane', '\u{E0041}', '[U+E0041]'],
])('%s is named', (_, text, spelled) => {
  expect(spellPlainly(text)).toBe(spelled);
});

test('what can be seen stays as it is', () => {
  const text = 'Åse Østby, עברית, 日本語, 👩 <b>\n  two lines';
  expect(spellPlainly(text)).toBe(text);
});
