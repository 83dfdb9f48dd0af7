import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyResult } from '../../../fixtures/results/arbitrary.ts';
import { checkOf, requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import { hostileResult, hostileTexts, hugeText } from '../../../fixtures/results/hostile.ts';
import { realisticResult } from '../../../fixtures/results/realistic.ts';
import { renderCsv } from './csv.ts';

const cell = /(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^,"\r\n]*))/y;

/** The cells of a CSV file of RFC 4180, row by row; throws where it is none. */
function read(csv: string): readonly (readonly string[])[] {
  const text = csv.replace(/^\uFEFF/, '').replace(/\r\n$/, '');
  const rows: string[][] = [[]];
  cell.lastIndex = 0;
  while (cell.lastIndex < text.length) {
    const start = cell.lastIndex;
    const found = cell.exec(text);
    if (found === null) throw new Error(`No cell at ${start}`);
    if (found[0].startsWith('\r\n')) rows.push([]);
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (cell.lastIndex === start) break;
  }
  return rows;
}

function promiseCell(text: string): string | undefined {
  const csv = renderCsv(
    resultOf({ sections: [sectionOf({ requirements: [requirementOf({ text })] })] }),
  );
  return read(csv)[1]?.[3];
}

test('a row for each check, and for each requirement without any', () => {
  const rows = read(renderCsv(realisticResult()));
  expect(rows).toHaveLength(1 + 32 + 3);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([14]));
  expect(rows[0]?.slice(0, 3)).toEqual(['Section', 'Line', 'Requirement']);
});

test('any result has rows of equal length and no cell that is a formula', () => {
  fc.assert(
    fc.property(anyResult, (result) => {
      const rows = read(renderCsv(result));
      for (const row of rows) {
        expect(row).toHaveLength(14);
        for (const each of row) expect(each).not.toMatch(/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/);
      }
    }),
    { numRuns: 60 },
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '=cmd|"/c calc"!A1'])(
  'the cell %j begins with an apostrophe',
  (text) => {
    expect(promiseCell(text)).toBe(`'${text}`);
  },
);

test.each([
  ['\t=1', '[U+0009]=1'],
  ['\r=1', '[U+000D]=1'],
  ['a\u202Eb', 'a[U+202E]b'],
])('a cell that begins with a control character, %j, shows it', (text, shown) => {
  expect(promiseCell(text)).toBe(shown);
});

test('quotes, commas and new lines stay in their cell', () => {
  expect(promiseCell('a "b", c\nd')).toBe('a "b", c\nd');
});

test('a cell is no longer than a spreadsheet takes, and says what is cut', () => {
  const shown = promiseCell(hugeText) ?? '';
  expect(shown.length).toBeLessThan(32_767);
  expect(shown).toContain('[cut here: 1,048,576 characters in all');
});

test.each(hostileTexts)('hostile text %# stays in its cells', (text) => {
  const rows = read(renderCsv(hostileResult(text)));
  expect(rows).toHaveLength(read(renderCsv(hostileResult('plain'))).length);
});

test('numbers are numbers', () => {
  const checks = [checkOf({ durationMs: 41 })];
  const sections = [sectionOf({ requirements: [requirementOf({ checks })] })];
  expect(renderCsv(resultOf({ sections }))).toContain(',41,');
});
