import { expect, test } from 'vitest';
import { isStale, learning } from './freshness.ts';

const overlapMs = 5_000;
const known = { known: { source: 100, target: undefined }, learnt: { source: 10_000, target: 0 } };
const older = { id: '1', modifiedAt: 50, properties: {} };

test('An older answer is stale for as long as replicas may lag', () => {
  const answered = { side: 'source', record: older, now: 12_000 } as const;
  expect(isStale(known, answered, overlapMs)).toBe(true);
  expect(isStale({ known: known.known }, { ...answered, now: 90_000 }, overlapMs)).toBe(true);
});

test('An older answer after that is news: the stamps went back', () => {
  const answered = { side: 'source', record: older, now: 15_001 } as const;
  expect(isStale(known, answered, overlapMs)).toBe(false);
  expect(learning(known, answered)).toEqual({
    known: { source: 50, target: undefined },
    learnt: { source: 15_001, target: 0 },
  });
});

test('A record without a stamp is never stale, and teaches nothing', () => {
  const unstamped = {
    side: 'target',
    record: { ...older, modifiedAt: undefined },
    now: 1,
  } as const;
  expect(isStale(known, unstamped, overlapMs)).toBe(false);
  expect(learning(known, unstamped)).toEqual(known);
});
