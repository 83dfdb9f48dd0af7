import { expect, test } from 'vitest';
import { requirementOf, resultOf, sectionOf } from '../../fixtures/results/builders.ts';
import type { Verdict } from '../checklist/verdict.ts';
import type { Result } from '../report/result/model.ts';
import { outcomeCode } from './outcome-code.ts';

function judged(verdict: Verdict, over: Partial<Result> = {}): Result {
  const sections = [sectionOf({ requirements: [requirementOf({ verdict })] })];
  return resultOf({ outcome: 'incomplete', sections, ...over });
}

const { run } = resultOf();

test('what is not accepted has the code 1, all else 0', () => {
  expect(outcomeCode(judged('failed', { outcome: 'not accepted' }), false)).toBe(1);
  expect(outcomeCode(judged('untested'), false)).toBe(0);
  expect(outcomeCode(resultOf(), true)).toBe(0);
});

test.each(['blocked', 'untested'] as const)('%s counts as failed where it is strict', (verdict) => {
  expect(outcomeCode(judged(verdict), true)).toBe(1);
});

test('a shard is not blamed for what it leaves to the others', () => {
  const shard = { ...run, shard: { index: 1, total: 2 } };
  expect(outcomeCode(judged('untested', { run: shard }), true)).toBe(0);
});

test('a run that was stopped has the code 1', () => {
  const stopped = { ...run, interrupted: 'the run was stopped before its end' };
  expect(outcomeCode(judged('passed', { run: stopped }), false)).toBe(1);
});
