import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkOf, requirementOf, resultOf, sectionOf } from '../../fixtures/results/builders.ts';
import { evidenceOf } from '../../fixtures/results/exchanges.ts';
import { textOf } from '../../fixtures/results/page-reading.ts';
import { cutEvidence } from './cut-evidence.ts';
import { evidenceFiles } from './evidence-files.ts';
import { renderHtml } from './html/page.ts';

const short = evidenceOf('a', 'b');
const steps = Array.from({ length: 300 }, (_, index) => ({
  at: index,
  lane: 'engine' as const,
  text: `step ${index}.`,
  exchanges: [],
}));
const long = { ...short, steps };

test('evidence that can be read stays whole', () => {
  expect(cutEvidence(short, 'failed')).toEqual({ evidence: short, leftOut: '' });
});

test('of long evidence both ends are shown, and what is left out is said', () => {
  const { evidence, leftOut } = cutEvidence(long, 'failed');
  expect(leftOut).toBe('270 of 300 steps in the middle');
  expect([evidence.steps[0], evidence.steps.at(-1)]).toEqual([steps[0], steps.at(-1)]);
  expect(cutEvidence(long, 'passed').leftOut).toBe('288 of 300 steps in the middle');
});

test('the page names the file that has the whole, and the file is named by what is in it', () => {
  const checks = [long, long, short].map((evidence, index) =>
    checkOf({ id: `c${index}`, verdict: 'failed', evidence }),
  );
  const requirements = [requirementOf({ verdict: 'failed', checks })];
  const result = resultOf({ outcome: 'not accepted', sections: [sectionOf({ requirements })] });
  const [file, ...others] = evidenceFiles(result);
  expect(others).toEqual([]);
  expect(JSON.parse(file?.text ?? '')).toEqual(long);
  const digest = createHash('sha256')
    .update(file?.text ?? '')
    .digest('hex');
  expect(file?.name).toBe(`evidence/${digest.slice(0, 16)}.json`);
  expect(textOf(renderHtml(result))).toContain(`The whole is in ${file?.name}`);
});

test('a text that is cut is told of', () => {
  const [exchange] = short.exchanges;
  if (exchange === undefined) throw new Error('The fixture has no exchange.');
  const exchanges = [{ ...exchange, response: 'x'.repeat(70_000) }];
  expect(cutEvidence({ ...short, exchanges }, 'passed').leftOut).toBe('the ends of 1 text');
});
