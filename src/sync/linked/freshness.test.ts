import { expect, test } from 'vitest';
import { hasGoneBack, isStale, learning } from './freshness.ts';

const overlapMs = 5_000;
const known = { known: { source: 100, target: undefined }, learnt: { source: 10_000, target: 0 } };
const older = { id: '1', modifiedAt: 50, properties: {} };

test('An older answer is stale for as long as replicas may lag', () => {
  const answered = { side: 'source', record: older, now: 12_000 } as const;
  expect(isStale(known, answered, overlapMs)).toBe(true);
  expect(isStale({ known: known.known }, { ...answered, now: 90_000 }, overlapMs)).toBe(true);
});

test('The last moment in which replicas may lag still counts', () => {
  const answered = { side: 'source', record: older, now: 15_000 } as const;
  expect(isStale(known, answered, overlapMs)).toBe(true);
  const fresh = { ...answered, record: { ...older, modifiedAt: 100 } };
  expect(isStale(known, fresh, overlapMs)).toBe(false);
});

test.each([
  { stamp: 99, newest: 100, back: true },
  { stamp: 100, newest: 100, back: false },
  { stamp: 101, newest: 100, back: false },
  { stamp: undefined, newest: 100, back: false },
  { stamp: 99, newest: undefined, back: false },
])('A stamp of $stamp after $newest has gone back: $back', ({ stamp, newest, back }) => {
  const record = { ...older, modifiedAt: stamp };
  const before = { known: { source: newest, target: 500 } };
  expect(hasGoneBack(before, { side: 'source', record })).toBe(back);
});

test('What is known already is not learnt anew; the first stamp of a side is', () => {
  const same = { side: 'source', record: { ...older, modifiedAt: 100 }, now: 20_000 } as const;
  expect(learning(known, same)).toEqual(known);
  expect(learning({ known: known.known }, same)).toEqual({ known: known.known });
  const first = { side: 'target', record: older, now: 20_000 } as const;
  expect(learning({ known: known.known }, first)).toStrictEqual({
    known: { source: 100, target: 50 },
    learnt: { source: undefined, target: 20_000 },
  });
});

test('A record that has lost its stamp teaches nothing', () => {
  const unstamped = { ...older, modifiedAt: undefined };
  expect(learning(known, { side: 'source', record: unstamped, now: 1 })).toEqual(known);
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
