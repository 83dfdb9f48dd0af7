import type { PropertyRow } from '../../dataflow/dataflow.ts';
import type { ChangeEntry } from '../../evidence/ledger.ts';
import type { Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import { type Bench, recordName } from '../basis/bench.ts';
import type { RecordName } from '../basis/record-name.ts';
import type { Scene } from './scene.ts';

/** One mapped property that a change put a value into, and where in the partner that value must come from. */
export interface PartnerRow {
  readonly bench: Bench;
  readonly row: PropertyRow;
  /** Of the changed record. */
  readonly side: Side;
  readonly property: string;
  readonly written: Value;
  readonly partner: RecordName;
  readonly partnerProperty: string;
}

/** The rows that a change of a linked record touches, in every section that links it. */
export function partnerRows(
  { pairings }: Pick<Scene, 'pairings'>,
  change: ChangeEntry,
): readonly PartnerRow[] {
  return pairings.flatMap(({ bench, pairs }) => {
    const side = sideOf(bench, change);
    const pair = pairs.find(
      (each) => (side === 'source' ? each.sourceId : each.targetId) === change.id,
    );
    if (side === undefined || pair === undefined) return [];
    const partner =
      side === 'source'
        ? recordName(bench, 'target', pair.targetId)
        : recordName(bench, 'source', pair.sourceId);
    return bench.rows.flatMap((row) => {
      const property = row[side];
      const written = change.fields[property];
      if (written === undefined) return [];
      const partnerProperty = side === 'source' ? row.target : row.source;
      return [{ bench, row, side, property, written: written.after, partner, partnerProperty }];
    });
  });
}

function sideOf(bench: Bench, { system, entity }: ChangeEntry): Side | undefined {
  if (bench.system.source === system && bench.entity.source === entity) return 'source';
  if (bench.system.target === system && bench.entity.target === entity) return 'target';
  return undefined;
}
