import { expect, test } from 'vitest';
import { checkOf } from '../../../../fixtures/results/builders.ts';
import { evidenceOf } from '../../../../fixtures/results/exchanges.ts';
import { hostileTexts } from '../../../../fixtures/results/hostile.ts';
import { attributesOf, skeletonOf, textOf } from '../../../../fixtures/results/page-reading.ts';
import type { Evidence } from '../../../evidence/evidence.ts';
import type { CheckResult } from '../../result/model.ts';
import { renderEvidencePage } from './evidence-page.ts';

const seen = evidenceOf('Visit 1', 'Visit 2');

function pageOf(over: Partial<CheckResult>): string {
  const lanes = { source: 'CRM Visits', engine: 'engine', target: 'Ledger Visits' };
  const check = checkOf({ evidence: seen, ...over });
  return renderEvidencePage({ requirement: 'visits/every', lanes, check });
}

test('a person reads what was checked, what came of it, and every step and body', () => {
  const steps = Array.from({ length: 300 }, (_, at) => ({
    at,
    lane: 'engine' as const,
    text: `step ${at}.`,
    exchanges: [],
  }));
  const text = textOf(pageOf({ title: 'It arrives', evidence: { ...seen, steps } }));
  expect(text).toContain('It arrives');
  expect(text).toContain('visits/every');
  for (const step of steps) expect(text).toContain(step.text);
  expect(text).toContain('What happened from 1970-01-01 00:00:00 UTC');
  expect(text).toContain('"ProjectCode":"1042"');
});

test('a failed check says there, too, what it expected and found', () => {
  const violation = { law: 'I2 same values', message: 'They differ.', expected: 'A', found: 'B' };
  const text = textOf(pageOf({ verdict: 'failed', reason: 'They differ.', violation }));
  expect(text).toContain('I2 same values');
  expect(text).toContain('ExpectedAFoundB');
});

test('no body is cut, however long, and no character of it split', () => {
  const response = `${'x'.repeat(32_767)}😀${'y'.repeat(70_000)}`;
  const exchanges = seen.exchanges.map((exchange) => ({ ...exchange, response }));
  expect(textOf(pageOf({ evidence: { ...seen, exchanges } }))).toContain(response);
});

test('it loads nothing, runs nothing, and leads back to its requirement', () => {
  const page = pageOf({});
  expect(page).toMatch(
    /content="default-src &apos;none&apos;; style-src &apos;sha256-[^&]+&apos;; base-uri/,
  );
  expect(page).not.toMatch(/<script|<link|<img|\ssrc=|\sstyle=|url\(/);
  expect(attributesOf(page, 'a', 'href')).toEqual(['../checklist.html#visits%2Fevery']);
});

test.each(hostileTexts)('a hostile text %# adds nothing to it', (text) => {
  const [hostile, harmless] = [`x${text}x`, 'harmless'].map((said) => {
    const evidence: Evidence = {
      seed: 1,
      steps: [{ at: 0, lane: 'engine', text: said, exchanges: [1] }],
      exchanges: [
        {
          number: 1,
          at: 0,
          system: said,
          method: said,
          url: said,
          status: 200,
          request: said,
          response: said,
        },
      ],
      fields: [{ record: said, property: said, before: said, after: null, mapped: true }],
    };
    return skeletonOf(pageOf({ title: said, reason: said, evidence }));
  });
  expect(hostile).toEqual(harmless);
});
