import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { anyResult } from '../../../fixtures/results/arbitrary.ts';
import { requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import { hostileResult, hostileTexts, hugeText } from '../../../fixtures/results/hostile.ts';
import { realisticResult } from '../../../fixtures/results/realistic.ts';
import { verdicts } from '../../checklist/verdict.ts';
import { renderCtrf } from './ctrf.ts';

const count = z.number().int().nonnegative();

/** What the format's JSON schema wants (ctrf.io, schema/ctrf.schema.json), of what is written. */
const ctrf = z.strictObject({
  reportFormat: z.literal('CTRF'),
  specVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  timestamp: z.iso.datetime(),
  generatedBy: z.string(),
  results: z.strictObject({
    tool: z.strictObject({ name: z.string().min(1), version: z.string() }),
    summary: z.strictObject({
      tests: count,
      passed: count,
      failed: count,
      skipped: count,
      pending: count,
      other: count,
      suites: count,
      start: z.number().int(),
      stop: z.number().int(),
    }),
    tests: z.array(
      z.strictObject({
        name: z.string().min(1),
        status: z.enum(['passed', 'failed', 'skipped', 'pending', 'other']),
        duration: z.number().int(),
        suite: z.array(z.string()).min(1),
        message: z.string(),
        trace: z.string().optional(),
        line: z.number().int(),
        rawStatus: z.enum(verdicts),
      }),
    ),
    environment: z.strictObject({
      reportName: z.string(),
      appName: z.string(),
      healthy: z.boolean(),
      extra: z.record(z.string(), z.unknown()),
    }),
  }),
});

function read(result: Parameters<typeof renderCtrf>[0]) {
  return ctrf.parse(JSON.parse(renderCtrf(result))).results;
}

test('any result is of the format, and its counts add up', () => {
  fc.assert(
    fc.property(anyResult, (result) => {
      const { summary, tests } = read(result);
      const { passed, failed, skipped, pending, other } = summary;
      expect(summary.tests).toBe(tests.length);
      expect(passed + failed + skipped + pending + other).toBe(tests.length);
    }),
    { numRuns: 60 },
  );
});

test('checks are tests, and so are requirements without any', () => {
  const { summary } = read(realisticResult());
  expect(summary).toMatchObject({ tests: 35, failed: 3, skipped: 3, suites: 2, other: 0 });
});

test.each([
  ['inconclusive', 'failed'],
  ['blocked', 'skipped'],
  ['manual', 'pending'],
  ['waived', 'other'],
] as const)('%s is %s, and its own word is kept', (verdict, status) => {
  const requirements = [requirementOf({ verdict, checks: [] })];
  const { tests } = read(
    resultOf({ outcome: 'incomplete', sections: [sectionOf({ requirements })] }),
  );
  expect(tests).toMatchObject([{ status, rawStatus: verdict }]);
});

test('a promise without words is named by its id', () => {
  const requirements = [requirementOf({ verdict: 'blocked', text: '', id: 'a/b', checks: [] })];
  const { tests } = read(resultOf({ sections: [sectionOf({ requirements })] }));
  expect(tests[0]?.name).toBe('a/b');
});

test.each([...hostileTexts, hugeText])(
  'hostile text %# is shown, and cut where it is huge',
  (text) => {
    expect(read(hostileResult(text)).tests).toHaveLength(read(hostileResult('a')).tests.length);
    expect(renderCtrf(hostileResult(text)).length).toBeLessThan(1_000_000);
    expect(renderCtrf(hostileResult(text))).not.toMatch(/\p{Cf}/u);
  },
);
