import { expect, test } from 'vitest';
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

test('Another value, a record that was not read, and a write that was refused tell nothing', () => {
  const before = link.base['points'];
  expect(baseOf(toTarget, 'target', { score: 6 })).toEqual(before);
  expect(baseOf(toTarget, 'target', {})).toEqual(before);
  expect(baseOf(toTarget, 'source', { points: '7' })).toEqual(before);
  expect(baseOf({ ...toTarget, kind: 'refused' }, 'target', { score: 7 })).toEqual(before);
  expect(baseOf(undefined, 'target', { score: 7 })).toEqual(before);
});

test('An item of a create tells nothing', () => {
  const created = JSON.stringify({ score: 7 });
  expect(baseOf({ ...toTarget, tried: created }, 'target', { score: 7 })).toEqual(
    link.base['points'],
  );
  expect(baseOf({ ...toTarget, tried: '' }, 'target', { score: 7 })).toEqual(link.base['points']);
});
