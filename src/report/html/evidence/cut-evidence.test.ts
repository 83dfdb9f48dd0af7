import { expect, test } from 'vitest';
import {
  checkOf,
  requirementOf,
  resultOf,
  sectionOf,
} from '../../../../fixtures/results/builders.ts';
import { evidenceOf } from '../../../../fixtures/results/exchanges.ts';
import { attributesOf } from '../../../../fixtures/results/page-reading.ts';
import type { Evidence } from '../../../evidence/evidence.ts';
import { renderHtml } from '../page.ts';
import { cutEvidence } from './cut-evidence.ts';
import { evidenceFiles } from './evidence-files.ts';

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
  expect(cutEvidence(long, 'passed').leftOut).toBe('294 of 300 steps in the middle');
});

test('the page leads to a file for each check of which it does not show all', () => {
  const checks = [long, long, short].map((evidence, index) =>
    checkOf({ id: `c${index}`, verdict: 'failed', evidence }),
  );
  const requirements = [requirementOf({ verdict: 'failed', checks })];
  const result = resultOf({ outcome: 'not accepted', sections: [sectionOf({ requirements })] });
  const names = evidenceFiles(result).map(({ name }) => name);
  expect(names).toEqual(Array(2).fill(expect.stringMatching(/^evidence\/[0-9a-f]{12}\.html$/)));
  expect(new Set(names).size).toBe(2);
  const links = attributesOf(renderHtml(result), 'a', 'href');
  expect(links.filter((link) => link.startsWith('evidence/'))).toEqual(names);
});

test('a file has another name as soon as something else is in it', () => {
  const nameOf = (evidence: Evidence): string | undefined => {
    const requirements = [requirementOf({ checks: [checkOf({ evidence })] })];
    return evidenceFiles(resultOf({ sections: [sectionOf({ requirements })] }))[0]?.name;
  };
  expect(nameOf(long)).toBe(nameOf({ ...long }));
  expect(nameOf({ ...long, seed: 7 })).not.toBe(nameOf(long));
});

test('a text that is cut is told of', () => {
  const [exchange] = short.exchanges;
  if (exchange === undefined) throw new Error('The fixture has no exchange.');
  const exchanges = [{ ...exchange, response: 'x'.repeat(70_000) }];
  expect(cutEvidence({ ...short, exchanges }, 'passed').leftOut).toBe('the ends of 1 text');
});

test('of the values what the document maps is shown before anything else, in its order', () => {
  const field = (index: number) => ({
    ...{ record: `Acme Orders ${index}`, property: `p${index}`, before: null, after: 'x' },
    mapped: index % 4 === 2,
  });
  const fields = Array.from({ length: 16 }, (_, index) => field(index));
  const { evidence, leftOut } = cutEvidence({ ...short, fields }, 'passed');
  expect(evidence.fields.map(({ property }) => property)).toEqual([
    ...['p0', 'p1', 'p2', 'p6', 'p10', 'p14'],
  ]);
  expect(leftOut).toBe('10 of 16 fields');
});
