import { expect, test } from 'vitest';
import type { Value } from '../../value.ts';
import type { MappedRow } from '../plan.ts';
import type { Link, Pending } from '../store/link.ts';
import { conversionOf } from './convert.ts';
import { remembered, supposed } from './tried.ts';

const conversion = conversionOf('"integer"');
if (conversion === undefined) throw new Error('no such type');
const rows: readonly MappedRow[] = [
  { key: 'points', source: 'points', target: 'score', conversion },
];
const link: Link = {
  section: 'persons',
  source: { id: '1' },
  target: { id: '9' },
  base: { points: { source: '5', target: 5 } },
  known: { source: undefined, target: undefined },
};
const item = {
  section: 'persons',
  source: { id: '1' },
  reason: 'the answer was lost',
  attempts: 1,
};
const toTarget: Pending = {
  ...item,
  kind: 'unknown',
  tried: remembered([['target', [['score', 7]]]]),
};

function baseOf(open: Pending | undefined, side: 'source' | 'target', properties: object) {
  const record = { id: '9', modifiedAt: undefined, properties: { ...properties } };
  return supposed({ link, rows, open, records: { [side]: record } }).base['points'];
}

test('A write whose answer was lost was done where its value is there', () => {
  expect(baseOf(toTarget, 'target', { score: 7 })).toEqual({ source: '7', target: 7 });
  const toSource = { ...toTarget, tried: remembered([['source', [['points', '8']]]]) };
  expect(baseOf(toSource, 'source', { points: '8' })).toEqual({ source: '8', target: 8 });
});

test('So it was where it is there although it was said to be refused, or to have failed', () => {
  for (const kind of ['refused', 'failed'] as const) {
    const open = { ...toTarget, kind };
    expect(baseOf(open, 'target', { score: 7 })).toEqual({ source: '7', target: 7 });
  }
});

test('Another value, and a record that was not read, tell nothing', () => {
  const before = link.base['points'];
  expect(baseOf(toTarget, 'target', { score: 6 })).toEqual(before);
  expect(baseOf(toTarget, 'target', {})).toEqual(before);
  expect(baseOf(toTarget, 'source', { points: '7' })).toEqual(before);
  expect(baseOf(undefined, 'target', { score: 7 })).toEqual(before);
});

test('A property that no row carries, a list, and a record that was not read tell nothing', () => {
  const before = link.base['points'];
  const tried = (...values: readonly (readonly [string, Value])[]) => ({
    ...toTarget,
    tried: remembered([['target', values]]),
  });
  expect(baseOf(tried(['other', 'x'], ['score', 6]), 'target', { other: 'x', score: 7 })).toEqual(
    before,
  );
  expect(baseOf(tried(['score', [7]]), 'target', { score: [7] })).toEqual(before);
  expect(baseOf(tried(['score', null]), 'source', {})).toEqual(before);
});

test('A value that was to be emptied was where it is empty', () => {
  const tried = remembered([['target', [['score', null]]]]);
  expect(baseOf({ ...toTarget, tried }, 'target', {})).toEqual({ source: null, target: null });
});

test('A row that never agreed comes back as text', () => {
  const open = toTarget;
  const never = { ...link, base: {} };
  const record = { id: '9', modifiedAt: undefined, properties: { score: 7 } };
  expect(supposed({ link: never, rows, open, records: { target: record } }).base).toEqual({
    points: { source: '7', target: 7 },
  });
});

test('An item of a create tells nothing', () => {
  const created = JSON.stringify({ score: 7 });
  expect(baseOf({ ...toTarget, tried: created }, 'target', { score: 7 })).toEqual(
    link.base['points'],
  );
  expect(baseOf({ ...toTarget, tried: '' }, 'target', { score: 7 })).toEqual(link.base['points']);
});
