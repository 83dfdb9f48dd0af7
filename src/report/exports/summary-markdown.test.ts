import { expect, test } from 'vitest';
import { requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import { hostileResult, hostileTexts, hugeText } from '../../../fixtures/results/hostile.ts';
import { largeResult } from '../../../fixtures/results/large.ts';
import { realisticResult } from '../../../fixtures/results/realistic.ts';
import { renderSummary } from './summary-markdown.ts';

test('the verdict, a row for each section with only the verdicts there are, then what is not green', () => {
  const text = renderSummary(realisticResult());
  expect(text.startsWith('## Not accepted: 2 of 10 requirements fail')).toBe(true);
  expect(text).toContain('| Section | all | passed | failed | inconclusive | blocked | untested |');
  expect(text).toContain('| CRMOffice Activities to PowerOffice GO Projectactivity | 5 | 2 | 2 |');
  expect(text.replaceAll('<!-- -->', '')).toContain('2026-11-23 08:00:00 UTC');
  expect(text).toContain('### What fails\n\n- **failed** subject = Name, "string"');
  expect(text).toContain('### What could not be tested');
  expect(text).not.toContain('waived');
});

test('a summary of ten thousand checks stays under 60 kB, and says what is left out', () => {
  const text = renderSummary(largeResult(10_000));
  expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  expect(text).toMatch(/And \d+ more requirements, left out here\./);
  expect(text).toContain('### What fails');
});

test('a whole green result has no list', () => {
  expect(renderSummary(resultOf())).not.toContain('###');
});

test.each([...hostileTexts, hugeText])('hostile text %# stays in its place', (text) => {
  const shape = (of: string) =>
    renderSummary(hostileResult(of))
      .split('\n')
      .map((line) => /^(?:##+ |\| |- \*\*|$)/.exec(line)?.[0] ?? 'text');
  expect(shape(text)).toEqual(shape('plain'));
  expect(renderSummary(hostileResult(text))).not.toMatch(/<(?!!-- -->|br>|\/?code>)(?<!\\<)/);
});

test('a section with a pipe in its heading is one cell', () => {
  const sections = [sectionOf({ heading: 'a | b', requirements: [requirementOf()] })];
  expect(renderSummary(resultOf({ sections }))).toContain('| a \\| b | 1 | 1 |');
});
