import type { Violation } from '../../checklist/violation.ts';
import type { ChangeEntry } from '../../evidence/ledger.ts';
import type { Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import { inWords, recordName } from '../bench.ts';
import { saysTheSame } from '../oracle.ts';
import type { Pairing } from '../pairing.ts';
import type { Scene } from '../scene.ts';
import type { Invariant } from './invariant.ts';

/** A value that the engine writes into a mapped property is one that the partner's property has held. */
export const provenance: Invariant = {
  law: 'I5 provenance',
  judge: async (scene) =>
    scene.fresh.changes
      .filter(({ author, action }) => author === 'engine' && action !== 'delete')
      .flatMap((change) => scene.pairings.flatMap((pairing) => judge(scene, pairing, change))),
};

function judge(scene: Scene, pairing: Pairing, change: ChangeEntry): readonly Violation[] {
  const { bench } = pairing;
  const side = sideOf(pairing, change);
  if (side === undefined) return [];
  const other: Side = side === 'source' ? 'target' : 'source';
  const pair = pairing.pairs.find(
    (each) => (side === 'source' ? each.sourceId : each.targetId) === change.id,
  );
  if (pair === undefined) return [];
  const partner = recordName(bench, other, other === 'source' ? pair.sourceId : pair.targetId);
  return bench.rows.flatMap((row) => {
    const written = change.fields[row[side]];
    if (written === undefined || (change.action === 'create' && written.after === null)) return [];
    const values = scene.history.values(partner, row[other]);
    const held: readonly Value[] = values.length === 0 ? [null] : values;
    const known = held.some((value) => {
      const [source, target] = side === 'target' ? [value, written.after] : [written.after, value];
      return saysTheSame({ type: row.type, source, target }) !== false;
    });
    if (known) return [];
    return [
      {
        law: provenance.law,
        message: `the engine wrote ${row[side]} of ${inWords(change)}, but ${row[other]} of ${inWords(partner)} never held that value`,
        found: JSON.stringify(written.after),
      },
    ];
  });
}

function sideOf({ bench }: Pairing, { system, entity }: ChangeEntry): Side | undefined {
  if (bench.system.source === system && bench.entity.source === entity) return 'source';
  if (bench.system.target === system && bench.entity.target === entity) return 'target';
  return undefined;
}
