import { expect, test } from 'vitest';
import { type CheckVerdict, judge } from './judge.ts';
import type { Verdict } from './verdict.ts';

function checks(...verdicts: readonly Verdict[]): readonly CheckVerdict[] {
  return verdicts.map((verdict, at) => ({
    title: `Check ${at}`,
    verdict,
    reason: `reason ${at}.`,
  }));
}

test('A requirement that no check looked at is untested, never passed', () => {
  expect(judge([])).toEqual({ verdict: 'untested', reason: 'No check looked at it.' });
});

test('A requirement is passed only where every check is', () => {
  expect(judge(checks('passed'))).toEqual({ verdict: 'passed', reason: 'Its one check passed.' });
  expect(judge(checks('passed', 'passed')).reason).toBe('All 2 checks passed.');
});

test('Each verdict outweighs all that come after it', () => {
  const byWeight: Verdict[] = [
    'failed',
    'inconclusive',
    'blocked',
    'untested',
    'manual',
    'waived',
    'passed',
  ];
  byWeight.forEach((worst, at) => {
    expect(judge(checks(...byWeight.slice(at).toReversed())).verdict).toBe(worst);
  });
});

test('The reason is that of the first of the worst checks, and says how many more there are', () => {
  expect(judge(checks('passed', 'failed', 'failed', 'failed')).reason).toBe(
    'Check 1: reason 1. (and 2 more)',
  );
  expect(judge(checks('passed', 'failed')).reason).toBe('Check 1: reason 1.');
});
