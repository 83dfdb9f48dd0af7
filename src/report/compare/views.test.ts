import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDocument } from '../../../fixtures/documents/arbitrary.ts';
import { exampleText } from '../../../fixtures/documents/example.ts';
import { renderDocument } from '../../../fixtures/documents/render.ts';
import { requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import { hostileResult, hostileTexts, hugeText } from '../../../fixtures/results/hostile.ts';
import { largeResult } from '../../../fixtures/results/large.ts';
import { attributesOf, skeletonOf, textOf } from '../../../fixtures/results/page-reading.ts';
import { realisticResult } from '../../../fixtures/results/realistic.ts';
import { diffDataflows } from '../../dataflow/diff.ts';
import { readDataflow } from '../../dataflow/read.ts';
import type { Result } from '../result/model.ts';
import { compareDocuments } from './compare-documents.ts';
import { compareResults } from './compare-results.ts';
import type { Comparison } from './comparison.ts';
import { comparisonMarkdown } from './comparison-markdown.ts';
import { comparisonPage } from './comparison-page.ts';
import { comparisonText } from './comparison-text.ts';
import { diffResults } from './results-diff.ts';

function results(before: Result, after: Result): Comparison {
  return compareResults({ before, after, diff: diffResults(before, after) });
}

function documents(older: string, newer: string): Comparison {
  const [before, after] = [readDataflow(older), readDataflow(newer)];
  return compareDocuments({ before, after, diff: diffDataflows(before, after) });
}

const green = resultOf();
const red = resultOf({
  outcome: 'not accepted',
  sentence: 'Not accepted.',
  sections: [sectionOf({ requirements: [requirementOf({ verdict: 'failed', reason: 'Why' })] })],
});

test('two results in one sentence, then group by group, the worst first', () => {
  const text = comparisonText(results(green, red));
  expect(text).toContain('  Result: Accepted: the 1 requirement passed. → Not accepted.');
  expect(text).toContain('Newly failed (1)\n  • Every CRMOffice');
  expect(text).toContain('    - passed: Its checks passed.\n    + failed: Why');
  expect(text.trimEnd().endsWith('Worse: 1 newly failed.')).toBe(true);
});

test('results that do not differ say so', () => {
  expect(results(green, green)).toMatchObject({ sentence: 'No change.', groups: [] });
});

test('what is still failing is told, though it is no change for the worse', () => {
  expect(results(red, red).sentence).toBe('Not worse: 1 still failing.');
});

test('two documents: what changed, section by section, then whom it concerns', () => {
  const rows = [{ source: 'name', target: 'fullName', type: '"list"' }];
  const comparison = documents(exampleText({}), exampleText({ properties: rows }));
  expect(comparison.sentence).toBe(
    '1 change: 0 requirements added, 0 dropped, 1 changed; all others stay as they are, and so do their signatures.',
  );
  expect(comparison.groups).toMatchObject([
    {
      heading: 'Acme Customers to Globex Contact',
      items: [{ before: 'name = fullName, "string"', after: 'name = fullName, "list"' }],
    },
    { heading: 'Changed: to be checked again, signatures lapse', items: [{ words: '' }] },
  ]);
});

test('a document that does not differ says so, and another order leaves signatures alone', () => {
  expect(documents(exampleText({}), exampleText({})).sentence).toBe('No promise changed.');
  const [one, two] = [{ source: 'One' }, { source: 'Two' }];
  expect(documents(exampleText(one, two), exampleText(two, one)).sentence).toContain(
    'signatures stay',
  );
});

test.each([...hostileTexts, hugeText])('hostile text %# makes no markup of its own', (text) => {
  const of = (said: string) => results(green, hostileResult(said));
  expect(skeletonOf(comparisonPage(of(text)))).toEqual(skeletonOf(comparisonPage(of('plain'))));
  const lines = (written: string) => written.split('\n').length;
  expect(lines(comparisonMarkdown(of(text)))).toBe(lines(comparisonMarkdown(of('plain'))));
  expect(lines(comparisonText(of(text)))).toBe(lines(comparisonText(of('plain'))));
  expect(comparisonText(of(text))).not.toMatch(/[[\p{Cc}\p{Cf}\p{Cs}]--\n]/v);
});

test('any two documents can be shown in every way', () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryDocument, (one, other) => {
      const comparison = documents(renderDocument(one), renderDocument(other));
      const page = comparisonPage(comparison);
      expect(skeletonOf(page)[0]).toBe('html lang');
      for (const { heading } of comparison.groups) expect(heading).not.toBe('');
      expect(comparisonMarkdown(comparison).startsWith('## ')).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('a comment on a pull request stays below the limit, whatever changed', () => {
  const text = comparisonMarkdown(results(green, largeResult(10_000)));
  expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  expect(text).toMatch(/And \d+ more entries, left out here\./);
});

test('the page loads nothing, runs nothing, and says what was compared', () => {
  const page = comparisonPage(results(green, realisticResult()));
  expect(attributesOf(page, 'meta', 'content')[0]).toMatch(/^default-src 'none'; style-src 'sha/);
  expect(page).not.toMatch(/<(?:script|link|img)|<[^>]* (?:style|on\w+)=/);
  expect(textOf(page)).toContain('ResultAccepted: the 1 requirement passed. → Not accepted');
});
