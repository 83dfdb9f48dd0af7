import type { PropertyRow } from '../../dataflow/dataflow.ts';
import { opposite, type Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import { type Bench, recordName } from '../basis/bench.ts';
import { canHold } from '../basis/holding.ts';
import { isHeldBack, lacksSomething } from './obstacle.ts';
import type { Pair } from './pairing.ts';
import { problemOf, recordsOf, type SidedRecord } from './reported.ts';
import type { Scene } from './scene.ts';
import { calmPasses } from './telling.ts';

/*
 * A report excuses what has not arrived while something stands in the way that the twins show: a
 * record on which it waits and that is not there, a value that the other side cannot hold, or a
 * request that went wrong since then and less than a whole listing ago. Who only reports, and never
 * tries, is not excused; who foresees a refusal is.
 */

/** Whether a record may still lack its counterpart because the engine reports it. */
export function mayBeMissing(scene: Scene, bench: Bench, sourceId: string): boolean {
  if (!isReported(scene, [{ side: 'source', entity: bench.entity.source, id: sourceId }]))
    return false;
  if (lacksSomething(scene, bench, sourceId) || isHeldBack(scene, bench, sourceId)) return true;
  const made = scene.history.changes(recordName(bench, 'source', sourceId))[0]?.seq ?? 0;
  return isRecent(scene, made);
}

/** What one side says that should have been carried to the other. */
export interface Uncarried {
  readonly bench: Bench;
  readonly pair: Pair;
  readonly row: PropertyRow;
  /** Where somebody edited last, when in the order of the ledger, and what is said there. */
  readonly from: Side;
  readonly since: number;
  readonly value: Value;
}

/** Whether a pair may still differ in a row because the engine reports one of the two. */
export function mayDiffer(scene: Scene, uncarried: Uncarried): boolean {
  const { bench, pair, row, from, since, value } = uncarried;
  if (!isReported(scene, recordsOf(bench, pair))) return false;
  const side = opposite(from);
  const place = { bench, benches: scene.benches, side, property: row[side] } as const;
  return !canHold(place, value) || isRecent(scene, since);
}

function isReported({ told }: Scene, records: readonly SidedRecord[]): boolean {
  const now = told.at(-1);
  return now !== undefined && problemOf(now, records) !== undefined;
}

/** Whether an engine need not have settled since then, or what went wrong since is still to be made good. */
function isRecent({ told, settings }: Scene, seq: number): boolean {
  const since = told.filter(({ upTo }) => upTo >= seq);
  if (since.length <= settings.quietCycles) return true;
  const calm = calmPasses(since);
  return calm < since.length && calm <= settings.sweepEvery;
}
