import { expect, test } from 'vitest';
import { exampleText } from '../../fixtures/documents/example.ts';
import { readDataflow, readLines } from './read.ts';

const large = 50_000;
const section = exampleText({});
const split = 'A to B'.padEnd(large, ' to B');

/** None of these may throw, or take longer than a reader that looks at each line a few times. */
test.each([
  ['one long line', 'x'.repeat(20 * large)],
  ['one long line of blanks', `x${' '.repeat(20 * large)}x`],
  ['a heading that can be split anywhere', `${split}\n${'-'.repeat(split.length)}\n`],
  ['many lines', 'x\n'.repeat(large)],
  ['many lines in a section, each like the end of a sentence', `${section}${'x.\n'.repeat(large)}`],
  ['many beginnings of a sentence', `${section}${'Every Acme Customers.\n'.repeat(large)}`],
  [
    'one beginning with many middles',
    `${section}Every${' will be synchronized with a '.repeat(large)}.`,
  ],
  ['many headings', 'A to B\n------\n'.repeat(large / 4)],
  ['many underlines', '------\n'.repeat(large)],
  ['many rows', `${section}${'   * - x\n'.repeat(large / 4)}`],
  ['many cells in one row', `${section}${'     - x\n'.repeat(large)}`],
  ['NUL characters', '\0\n'.repeat(large)],
  ['lone surrogates', '\uD800\n\uDC00\n'.repeat(large)],
])('a text is read to its end: %s', (_, text) => {
  expect(readLines(text).roles).toHaveLength(text.split('\n').length);
});

test('the words of a hostile text are not repeated beyond the length of a diagnostic', () => {
  const texts = readDataflow(`${section}${'x'.repeat(large)}`).diagnostics.map(({ text }) => text);
  expect(texts.map(({ length }) => length)).toEqual([200]);
});
