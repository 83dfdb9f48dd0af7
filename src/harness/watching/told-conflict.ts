import type { Value } from '../../value.ts';
import { inWords } from '../basis/bench.ts';
import { withoutIds } from '../basis/lines.ts';
import type { ReportedConflict } from '../system-under-test.ts';
import type { Put } from './history.ts';
import { type PairRow, putsOf } from './pair-row.ts';
import { idOn } from './pairing.ts';
import { isMeant } from './reported.ts';
import type { Scene } from './scene.ts';

/** Whether the engine tells a conflict of this property of this record. */
export function isToldOf(
  { record, property }: ReportedConflict,
  { bench, pair, row, side }: PairRow,
): boolean {
  const own = { side, entity: bench.entity[side], id: idOn(side, pair) };
  return property === row[side] && isMeant(record, own);
}

/** The rows of linked records that a conflict may mean which the engine tells. */
export function placesOf(scene: Scene, conflict: ReportedConflict): readonly PairRow[] {
  const { side } = conflict.record;
  return scene.pairings
    .flatMap(({ bench, pairs }) =>
      pairs.flatMap((pair) => bench.rows.map((row) => ({ scene, bench, pair, row, side }))),
    )
    .filter((at) => isToldOf(conflict, at));
}

/** Whether it may mean a record that was linked by merging, without its being certain to whom. */
export function mayMeanMerged({ pairings }: Scene, { record }: ReportedConflict): boolean {
  const { side, id } = record;
  return pairings.some(
    ({ bench, mayBeMerged }) =>
      isMeant(record, { side, entity: bench.entity[side], id }) && mayBeMerged(side, id),
  );
}

/** Whether a value that an engine tells is the one that stood here, as it was typed or as the system stores it. */
export function isToldAs({ scene, row, side }: PairRow, told: unknown, value: Value): boolean {
  // It may have been typed before the system began to rewrite it, and shown as text where it is none.
  const forms = [value, scene.stored(side, row[side], value)].map(asTold);
  return forms.includes(asTold(told));
}

/** What was typed here of that which is told to have lost; what the system itself has put there counts. */
export function lostPuts(at: PairRow, { lost }: ReportedConflict): readonly Put[] {
  return putsOf(at, at.side).filter(
    ({ author, value }) => author !== 'engine' && isToldAs(at, lost, value),
  );
}

/** What is told to have lost, for people: `"Oslo" in city of Customers 1`. */
export function conflictInWords({ record, property, lost }: ReportedConflict): string {
  const { side, entity = `the ${side}'s record`, id } = record;
  return `${JSON.stringify(lost)} in ${property} of ${inWords({ system: '', entity, id })}`;
}

/** `7` and `"7"` tell a person the same, and lines bear ids of their system's own. */
function asTold(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(withoutIds(value));
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Whether the same value of the same property of the same record is told to have lost. */
export function isSameConflict(one: ReportedConflict, other: ReportedConflict): boolean {
  return nameOf(one) === nameOf(other);
}

function nameOf({ record: { side, entity, id }, property, lost }: ReportedConflict): string {
  return JSON.stringify([side, entity, id, property, asTold(lost)]);
}
