import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyResult } from '../../../fixtures/results/arbitrary.ts';
import { checkOf, requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import type { Verdict } from '../../checklist/verdict.ts';
import { allRequirements } from '../result/all-requirements.ts';
import type { CheckResult, RequirementResult, Result } from '../result/model.ts';
import { diffResults } from './results-diff.ts';

function resultWith(...requirements: readonly RequirementResult[]): Result {
  return resultOf({ outcome: 'incomplete', sections: [sectionOf({ requirements })] });
}

/** A requirement with one check, both of this verdict. */
function judged(verdict: Verdict, check: Partial<CheckResult> = {}): RequirementResult {
  return requirementOf({ verdict, checks: [checkOf({ verdict, ...check })] });
}

function fate(before: RequirementResult, after: RequirementResult) {
  const { changes, isWorse } = diffResults(resultWith(before), resultWith(after));
  return [changes[0]?.fate, isWorse];
}

test('a result differs from itself only by what is still failing, and is not worse', () => {
  fc.assert(
    fc.property(anyResult, (result) => {
      const { changes, slower, isWorse } = diffResults(result, result);
      expect(changes.filter((change) => change.fate !== 'still-failing')).toEqual([]);
      expect(slower).toEqual([]);
      expect(isWorse).toBe(false);
    }),
    { numRuns: 40 },
  );
});

test('there and back, what is new is what is gone, and each requirement is told once', () => {
  fc.assert(
    fc.property(anyResult, anyResult, (one, other) => {
      const ids = (diff: ReturnType<typeof diffResults>, wanted: string) =>
        diff.changes
          .filter((change) => change.fate === wanted)
          .map(({ id }) => id)
          .toSorted();
      const [there, back] = [diffResults(one, other), diffResults(other, one)];
      expect([...ids(there, 'new'), ...ids(there, 'new-failed')].toSorted()).toEqual(
        ids(back, 'gone'),
      );
      const known = new Set(
        [...allRequirements(one), ...allRequirements(other)].map(({ id }) => id),
      );
      expect(new Set(there.changes.map(({ id }) => id)).size).toBe(there.changes.length);
      expect(there.changes.length).toBeLessThanOrEqual(known.size);
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['passed', 'failed', 'newly-failed', true],
  ['untested', 'inconclusive', 'newly-failed', true],
  ['failed', 'inconclusive', 'still-failing', false],
  ['failed', 'passed', 'fixed', false],
  ['failed', 'waived', 'newly-waived', false],
  ['failed', 'untested', 'newly-open', true],
  ['passed', 'blocked', 'newly-open', true],
  ['waived', 'manual', 'newly-open', true],
  ['untested', 'blocked', 'still-open', false],
  ['blocked', 'passed', 'newly-passed', false],
] as const)('from %s to %s is %s, and worse: %s', (before, after, wanted, worse) => {
  expect(fate(judged(before), judged(after))).toEqual([wanted, worse]);
});

test('from passed to passed by the same checks is nothing', () => {
  expect(diffResults(resultWith(judged('passed')), resultWith(judged('passed'))).changes).toEqual(
    [],
  );
});

test('a requirement that passes since its failing check is gone is not called fixed', () => {
  expect(fate(judged('failed'), judged('passed', { id: 'another' }))).toEqual([
    'not-shown-fixed',
    false,
  ]);
});

test('a requirement that still fails is worse only where another check of it turned red', () => {
  const red = checkOf({ id: 'red', verdict: 'failed' });
  const before = requirementOf({ verdict: 'failed', checks: [red, checkOf({ id: 'other' })] });
  const after = { ...before, checks: [red, checkOf({ id: 'other', verdict: 'failed' })] };
  expect(fate(before, before)).toEqual(['still-failing', false]);
  expect(fate(before, after)).toEqual(['still-failing', true]);
});

test('a requirement that passes by fewer checks is told', () => {
  const before = requirementOf({ checks: [checkOf(), checkOf({ id: 'second', title: 'Second' })] });
  const { changes } = diffResults(resultWith(before), resultWith(requirementOf()));
  expect(changes).toMatchObject([
    { fate: 'other-checks', isWorse: false, checks: [{ id: 'second', before: 'passed' }] },
  ]);
  expect(changes[0]?.checks[0]).not.toHaveProperty('after');
});

test('a new promise is worse only where it is not kept, and a gone one is not fixed', () => {
  const other = (verdict: Verdict) => ({ ...judged(verdict), id: 'new' });
  const old = judged('failed');
  expect(diffResults(resultWith(old), resultWith(old, other('passed'))).isWorse).toBe(false);
  expect(diffResults(resultWith(old), resultWith(old, other('failed'))).isWorse).toBe(true);
  const { changes, isWorse } = diffResults(resultWith(old), resultWith());
  expect(changes).toMatchObject([{ fate: 'gone', before: { verdict: 'failed' } }]);
  expect(isWorse).toBe(false);
});

test.each([
  ['twice as long and a second more', 1000, 2000, 1],
  ['twice as long, but hardly measurable', 100, 200, 0],
  ['much more, but not twice as long', 5000, 9000, 0],
])('a check that took %s', (_, before, after, count) => {
  const took = (durationMs: number) => resultWith(judged('passed', { durationMs }));
  const { slower, isWorse } = diffResults(took(before), took(after));
  expect(slower).toHaveLength(count);
  expect(isWorse).toBe(false);
});
