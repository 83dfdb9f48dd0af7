import { expect, test } from 'vitest';
import { checkOf, requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import type { EngineProof, Proof, Ring } from '../proof/proof.ts';
import { allRequirements } from '../result/all-requirements.ts';
import { mergeResults } from '../result/merge.ts';
import type { RequirementResult, Result } from '../result/model.ts';
import { verified } from '../result/verified.ts';
import { proofInWords } from './in-words.ts';
import { withProof } from './with-proof.ts';

const check = 'creates-exactly-one';
const ring: Ring = {
  document: 'ours',
  own: true,
  requirement: 'one',
  check,
  verdict: 'failed',
  law: 'I12 nothing forgotten',
  others: [],
  reason: 'It never arrived.',
};
const lostPage: EngineProof = {
  name: 'lost-page',
  row: 'unstable-paging',
  fault: 'It reads only the first page.',
  laws: ['I12'],
  expectations: [],
  scenes: 3,
  rings: [
    ring,
    { ...ring, requirement: 'two', law: 'I3 quiescence' },
    { ...ring, requirement: 'two', verdict: 'inconclusive' },
    { ...ring, requirement: 'two', own: false },
    { ...ring, check: 'gone' },
  ],
};
const proof: Proof = {
  format: 'syncproof-proof/1',
  document: { file: 'ours.rst', title: 'Ours', digest: 'a'.repeat(64) },
  seed: 1,
  started: '2026-11-23T08:00:00.000Z',
  durationMs: 1,
  fingerprint: 'f'.repeat(64),
  checks: [`one#${check}`, `two#${check}`],
  engines: [lostPage],
  reference: { scenes: 2, rings: [], histories: 0, broken: [] },
};
const current = { proof, fingerprint: proof.fingerprint };

function resultWith(one: RequirementResult, over: Partial<Result> = {}): Result {
  const requirements = [one, requirementOf({ id: 'two' })];
  return resultOf({ sections: [sectionOf({ requirements })], ...over });
}

const one = requirementOf({ id: 'one' });
const caught = { engine: 'lost-page', check, law: 'I12 nothing forgotten' };

test('a fault counts only where a check of this document caught it by a law that is about it', () => {
  const result = verified(withProof(resultWith(one), current));
  expect(result.tried).toEqual([
    {
      engine: 'lost-page',
      fault: 'It reads only the first page.',
      row: 'unstable-paging',
      alarms: ['I12 nothing forgotten'],
    },
  ]);
  expect(allRequirements(result).map((each) => each.proof)).toEqual([
    { state: 'proved', catches: [caught] },
    { state: 'proved', catches: [] },
  ]);
});

test('when what the proof depends on has changed, all of it is stale', () => {
  const result = withProof(resultWith(one), { proof, fingerprint: 'e'.repeat(64) });
  expect(allRequirements(result).map((each) => each.proof?.state)).toEqual(['stale', 'stale']);
});

test('what no check of this run looked at has no proof', () => {
  const untested = requirementOf({ id: 'one', verdict: 'untested', checks: [] });
  const [first] = allRequirements(withProof(resultWith(untested), current));
  expect(first?.proof).toBeUndefined();
});

test('a shard keeps its proof when it is merged', () => {
  const run = { ...resultOf().run, shard: { index: 1, total: 1 } };
  const merged = mergeResults([withProof(resultWith(one, { run }), current)]);
  expect(merged.tried).toHaveLength(1);
  expect(allRequirements(merged)[0]?.proof?.catches).toEqual([caught]);
});

test('of a check that failed in this run, too, it is told what it is proved to catch', () => {
  const failed = { ...one, verdict: 'failed' as const, checks: [checkOf({ verdict: 'failed' })] };
  const [first] = allRequirements(withProof(resultWith(failed), current));
  expect(first?.proof?.catches).toEqual([caught]);
});

test('a proof in which alarms rang for the engine that is right is told not to hold', () => {
  const told = (broken: readonly string[]) => {
    const reference = { ...proof.reference, histories: 10, broken };
    const rung = { ...current, proof: { ...proof, reference } };
    return proofInWords(verified(withProof(resultWith(one), rung)));
  };
  expect(told([])).not.toContain('Not proved');
  expect(told(['I3 minimal writes: a', 'I2 link bijection: b'])).toContain(
    'Not proved: for the engine that is right 2 false alarms rang.',
  );
});
