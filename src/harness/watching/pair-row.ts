import type { PropertyRow } from '../../dataflow/dataflow.ts';
import { opposite, type Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import { type Bench, recordName } from '../basis/bench.ts';
import { saysTheSame } from '../basis/oracle.ts';
import type { Put } from './history.ts';
import { idOn, type Pair } from './pairing.ts';
import type { Scene } from './scene.ts';
import { isCalm } from './telling.ts';

/** A row of the property table in one pair, seen from one of its sides. */
export interface PairRow {
  readonly scene: Scene;
  readonly bench: Bench;
  readonly pair: Pair;
  readonly row: PropertyRow;
  readonly side: Side;
}

/** What was put into the property on this side of the pair, oldest first. */
export function putsOf({ scene, bench, pair, row }: PairRow, side: Side): readonly Put[] {
  return scene.history.puts(recordName(bench, side, idOn(side, pair)), row[side]);
}

/** What one's own side, and the other one, said when the ledger was so long. */
export function stoodAfter(at: PairRow, length: number): readonly (Value | undefined)[] {
  return [at.side, opposite(at.side)].map(
    (side) => putsOf(at, side).findLast(({ seq }) => seq <= length)?.value,
  );
}

/**
 * Whether two edits, one on each side, compete: nobody's who could see the other one. Between them
 * no pass went well and left both sides saying the same, of which the engine knows; of a merged pair
 * it may not have known.
 */
export function compete(at: PairRow, one: Pick<Put, 'seq'>, other: Pick<Put, 'seq'>): boolean {
  if (at.pair.merged) return true;
  const [earlier, later] = one.seq < other.seq ? [one.seq, other.seq] : [other.seq, one.seq];
  return !at.scene.told.some((telling) => {
    if (telling.upTo < earlier || telling.upTo >= later || !isCalm(telling)) return false;
    const [source, target] = stoodAfter(at, telling.upTo);
    if (source === undefined || target === undefined) return false;
    return saysTheSame({ type: at.row.type, source, target }) === true;
  });
}
