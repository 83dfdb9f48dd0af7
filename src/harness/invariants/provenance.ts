import type { Violation } from '../../checklist/violation.ts';
import type { ChangeEntry } from '../../evidence/ledger.ts';
import type { Value } from '../../value.ts';
import { inWords } from '../basis/bench.ts';
import { saysTheSame } from '../basis/oracle.ts';
import { type PartnerRow, partnerRows } from '../watching/partner-rows.ts';
import type { Scene } from '../watching/scene.ts';
import type { Invariant } from './invariant.ts';

/** A value that the engine writes into a mapped property is one that the partner's property has held. */
export const provenance: Invariant = {
  law: 'I5 provenance',
  judge: async (scene) =>
    scene.fresh.changes
      .filter(({ author, action }) => author === 'engine' && action !== 'delete')
      .flatMap((change) => partnerRows(scene, change).flatMap((at) => judge(scene, change, at))),
};

function judge(scene: Scene, change: ChangeEntry, at: PartnerRow): readonly Violation[] {
  const { row, side, property, written, partner, partnerProperty } = at;
  if (change.action === 'create' && written === null) return [];
  const values = scene.history.values(partner, partnerProperty);
  const held: readonly Value[] = values.length === 0 ? [null] : values;
  const known = held.some((value) => {
    const [source, target] = side === 'target' ? [value, written] : [written, value];
    return saysTheSame({ type: row.type, source, target }) !== false;
  });
  if (known) return [];
  return [
    {
      law: provenance.law,
      message: `the engine wrote ${property} of ${inWords(change)}, but ${partnerProperty} of ${inWords(partner)} never held that value`,
      found: JSON.stringify(written),
    },
  ];
}
