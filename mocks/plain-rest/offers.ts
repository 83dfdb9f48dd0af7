import type { BehaviourRow } from '../contract/behaviour.ts';

/** What a plain REST system offers beyond the five operations of its collections; nothing by default. */
export interface Offers {
  /** Several records are made in one request. */
  readonly batches?: true;
  /** It tells which records have changed. */
  readonly notifications?: true;
  /** Deleted records are remembered for this long, in milliseconds. */
  readonly tombstones?: number;
  /** Deleted records are still shown, marked as archived. */
  readonly archives?: true;
}

/** What is assumed of each offer that a system makes. */
export function offerRows(offers: Offers): readonly BehaviourRow[] {
  const { batches, notifications, tombstones, archives } = offers;
  return [
    ...(batches ? [batchRow] : []),
    ...(notifications ? [notificationsRow] : []),
    ...(tombstones === undefined ? [] : [tombstonesRow(tombstones)]),
    ...(archives ? [archivesRow] : []),
  ];
}

const batchRow: BehaviourRow = [
  'batches',
  'assumed',
  '4.2',
  'POST /{collection}/batch takes a list of at most 100 records and makes each by itself: 207 with {items: [{index, status, record | problem}]}, index the place in what was sent.',
];

const notificationsRow: BehaviourRow = [
  'notifications',
  'assumed',
  '4.2',
  'GET /{collection}/changes?after=N tells of every change since, also of the caller’s own: {items: [{seq, id, kind, record}], next}; without after only where the telling begins.',
];

const archivesRow: BehaviourRow = [
  'archives',
  'assumed',
  '4.2',
  'A deleted record is still read and listed, with archived true and the time of its deletion as its modification time; it can no longer be written.',
];

function tombstonesRow(ms: number): BehaviourRow {
  return [
    'tombstones',
    'assumed',
    '4.2',
    `GET /{collection}/deleted?since=T lists what was deleted: {items: [{id, deletedAt}], until}, until the time at which that holds; deletions are forgotten after ${ms / 1000} s, a since before that is 410, and without since it tells of none.`,
  ];
}
