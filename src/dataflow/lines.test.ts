import { expect, test } from 'vitest';
import { type LineShape, splitLines } from './lines.ts';

const texts = (document: string) => splitLines(document).map(({ text }) => text);

test('lines end in LF or CRLF, and one more begins behind the last end', () => {
  expect(texts('a\nb\r\nc')).toEqual(['a', 'b', 'c']);
  expect(texts('a\n')).toEqual(['a', '']);
  expect(texts('')).toEqual(['']);
  expect(texts('\n\r\n')).toEqual(['', '', '']);
});

test('a return that ends no line, and a mark that begins no document, stay in the text', () => {
  expect(texts('a\rb\n\rc')).toEqual(['a\rb', '\rc']);
  expect(texts('\uFEFFa\n\uFEFFb')).toEqual(['a', '\uFEFFb']);
});

test('lines are counted from 1', () => {
  expect(splitLines('a\nb\n').map(({ number }) => number)).toEqual([1, 2, 3]);
});

test.for<[text: string, shape: LineShape, content: string]>([
  [' \t ', 'blank', ''],
  ['====', 'equals', '===='],
  ['===', 'text', '==='],
  ['==== =', 'text', '==== ='],
  ['----', 'dashes', '----'],
  ['---- ', 'dashes', '----'],
  ['-----x', 'text', '-----x'],
  [' ----', 'text', '----'],
  ['.. list-table::', 'directive', '.. list-table::'],
  ['.. list-table:: x', 'text', '.. list-table:: x'],
  [' .. list-table::', 'text', '.. list-table::'],
  ['  :header-rows: 1', 'option', ':header-rows: 1'],
  [':header-rows: 1', 'text', ':header-rows: 1'],
  ['\t:widths: 1', 'option', ':widths: 1'],
  ['  - a cell ', 'cell', 'a cell'],
  ['\t-\ta cell', 'cell', 'a cell'],
  ['  -', 'cell', ''],
  ['  -a', 'text', '-a'],
  ['- a', 'text', '- a'],
  ['  * - a row', 'row', 'a row'],
  ['  *\t-\ta row', 'row', 'a row'],
  ['  * -', 'row', ''],
  ['  * - - a', 'row', '- a'],
  ['  * a', 'text', '* a'],
  ['  *- a', 'text', '*- a'],
  ['  x - a', 'text', 'x - a'],
  ['* - a', 'text', '* - a'],
])('%j is a line by itself, of a shape and a content', ([text, shape, content]) => {
  expect(splitLines(text)).toEqual([{ number: 1, text, shape, content }]);
});
