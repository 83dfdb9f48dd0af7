import { expect, test } from 'vitest';
import { falseAlarms, isProved, matrixOf } from './matrix.ts';
import type { EngineProof, Proof, Ring } from './proof.ts';
import { proofText } from './proof-text.ts';
import { alarmsOf, standingOf } from './standing.ts';

const ring: Ring = {
  document: 'ours',
  own: true,
  requirement: 'a',
  check: 'one',
  verdict: 'failed',
  law: 'I3 quiescence',
  others: [],
  reason: 'It writes and writes.',
};

const engine: EngineProof = {
  name: 'echo',
  fault: 'It echoes.',
  laws: ['I3', 'I13'],
  expectations: ['two'],
  scenes: 4,
  rings: [ring],
};

function proofOf(engines: readonly EngineProof[]): Proof {
  return {
    format: 'syncproof-proof/1',
    document: { file: 'd.rst', title: 'D', digest: '0'.repeat(64) },
    seed: 1,
    started: '2026-01-05T08:00:00.000Z',
    durationMs: 1,
    fingerprint: '0'.repeat(64),
    checks: ['a#one', 'a#two', 'b#three'],
    engines,
    reference: { scenes: 4, rings: [], histories: 0, broken: [] },
  };
}

test('A fault is caught by its law where an invariant that its row names rings', () => {
  expect(standingOf(engine)).toBe('by its law');
});

test('An expectation of a check that the fault names catches it by its check', () => {
  const own = { ...ring, check: 'two', law: 'two' };
  expect(standingOf({ ...engine, rings: [own] })).toBe('by its check');
});

test('Another law, and an expectation that the fault does not name, catch it by accident', () => {
  const rings = [
    { ...ring, law: 'I4 no lost update' },
    { ...ring, law: 'one' },
  ];
  expect(standingOf({ ...engine, rings })).toBe('by accident');
});

test('A crash is no proof', () => {
  const crashed = { ...ring, verdict: 'inconclusive', law: '' } as const;
  const proof = proofOf([{ ...engine, rings: [crashed] }]);
  expect(standingOf({ ...engine, rings: [crashed] })).toBe('by accident');
  expect(isProved(proof)).toBe(false);
});

test('Laws that broke in the same moment are alarms of their own', () => {
  const rings = [{ ...ring, others: ['I13 budget', 'I4 no lost update'] }];
  expect(alarmsOf({ ...engine, rings })).toEqual(['I3 quiescence', 'I13 budget']);
});

test('What rings only behind its first alarm is the second; a check that it does not name is none', () => {
  const others = { ...ring, check: 'two', law: 'two' };
  const behind = [{ ...ring, law: 'one' }, others];
  expect(alarmsOf({ ...engine, behind })).toEqual(['I3 quiescence', 'two']);
  expect(standingOf({ ...engine, rings: [others], behind: [ring] })).toBe('by its law');
});

test('A fault with one alarm only is told with the reason, one without is told to have none', () => {
  const proof = proofOf([
    { ...engine, single: 'Nothing else can show it.' },
    { ...engine, name: 'nameless' },
  ]);
  expect(proofText(proof, { matrix: matrixOf(proof), isWhole: true })).toContain(
    'Fewer than two alarms (2):\n  echo: Nothing else can show it.\n  nameless: no second one is known',
  );
});

test('A check alone catches what no other check of the document does, and one that catches nothing is told', () => {
  const elsewhere = { ...ring, own: false, check: 'two' };
  const proof = proofOf([{ ...engine, rings: [ring, elsewhere] }]);
  const matrix = matrixOf(proof);
  expect(matrix.checks.map(({ check, alone }) => [check, alone])).toEqual([
    ['a#one', ['echo']],
    ['a#two', []],
    ['b#three', []],
  ]);
  expect(proofText(proof, { matrix, isWhole: true })).toContain(
    'Checks that catch nothing (2):\n  a#two\n  b#three',
  );
});

test('A false alarm, a missed fault or a run that was stopped is no proof', () => {
  const proof = proofOf([engine]);
  expect(isProved(proof)).toBe(true);
  const blocked = { ...ring, verdict: 'blocked' } as const;
  const { reference } = proof;
  expect(isProved({ ...proof, reference: { ...reference, rings: [blocked] } })).toBe(true);
  const rung = { ...proof, reference: { ...reference, rings: [ring] } };
  expect(falseAlarms(rung)).toHaveLength(1);
  expect(isProved(rung)).toBe(false);
  expect(isProved(proofOf([{ ...engine, rings: [] }]))).toBe(false);
  expect(isProved({ ...proof, interrupted: 'stopped' })).toBe(false);
});
