import type { stories } from './stories.ts';

/** A relation, and a faulty engine on which it does not hold: else its silence would mean nothing. */
interface BrokenRelation {
  readonly relation: string;
  readonly engine: string;
  readonly story: keyof typeof stories;
}

const inTurn = 'a record made and edited on both sides in turn';
const inBatches = 'several records in one batch, edited in another';

/** One faulty engine for each relation, on the document `contacts`. */
export const brokenRelations: readonly BrokenRelation[] = [
  { relation: 'M1 row order', engine: 'create-off-by-one', story: inBatches },
  { relation: 'M2 clock and zone', engine: 'cursor-from-own-clock', story: inTurn },
  { relation: 'M3 a fault anywhere', engine: 'failed-item-forgotten', story: inTurn },
  { relation: 'M4 a death anywhere', engine: 'state-damage-as-empty', story: inTurn },
  { relation: 'M5 one pass more', engine: 'relink-lost-dup', story: inTurn },
  { relation: 'M6 edits one by one', engine: 'webhook-out-of-order', story: inBatches },
  { relation: 'M7 sides swapped', engine: 'one-direction-only', story: inTurn },
  { relation: 'M8 late reads', engine: 'new-in-view-missed', story: inTurn },
  { relation: 'M9 other names', engine: 'short-checksum', story: inBatches },
];
