import type { Violation } from '../../checklist/violation.ts';
import type { ChangeEntry } from '../../evidence/ledger.ts';
import type { Provided } from '../../settings.ts';
import type { Value } from '../../value.ts';
import { inWords, recordName } from '../basis/bench.ts';
import { saysTheSame } from '../basis/oracle.ts';
import { type PartnerRow, partnerRows } from '../watching/partner-rows.ts';
import type { Scene } from '../watching/scene.ts';
import type { Invariant } from './invariant.ts';

/**
 * A value that the engine writes into a mapped property is one that the partner's property has
 * held; and whom a new counterpart refers to is the counterpart of whom its source refers to.
 */
export const provenance: Invariant = {
  law: 'I5 provenance',
  judge: async (scene) =>
    scene.fresh.changes
      .filter(({ author, action }) => author === 'engine' && action !== 'delete')
      .flatMap((change) => [
        ...partnerRows(scene, change).flatMap((at) => judge(scene, change, at)),
        ...(change.action === 'create' ? misreferring(scene, change) : []),
      ]),
};

function judge(scene: Scene, change: ChangeEntry, at: PartnerRow): readonly Violation[] {
  const { row, property, written, partner, partnerProperty } = at;
  if (change.action === 'create' && written === null) return [];
  const values = scene.history.values(partner, partnerProperty);
  const held: readonly Value[] = values.length === 0 ? [null] : values;
  const known = held.some(
    (value) => saysTheSame({ type: row.type, source: value, target: written }) !== false,
  );
  if (known) return [];
  return [
    {
      law: provenance.law,
      message: `the engine wrote ${property} of ${inWords(change)}, but ${partnerProperty} of ${inWords(partner)} never held that value`,
      found: JSON.stringify(written),
    },
  ];
}

/** References that a new counterpart is given to another record than that of which it is told. */
function misreferring(scene: Scene, made: ChangeEntry): readonly Violation[] {
  return scene.pairings.flatMap(({ bench, pairs }) => {
    const pair = pairs.find(({ targetId }) => targetId === made.id);
    const { system, entity } = recordName(bench, 'target', made.id);
    if (pair === undefined || system !== made.system || entity !== made.entity) return [];
    const source = recordName(bench, 'source', pair.sourceId);
    const known = scene.history.asOf(source, made.seq);
    return Object.entries(bench.settings.provide ?? {}).flatMap(([property, by]) => {
      const expected = by.kind === 'referred' && counterpartOf(scene, by, known[by.property]);
      const written = made.fields[property]?.after ?? null;
      if (!expected || String(written) === String(expected)) return [];
      return [
        {
          law: provenance.law,
          message: `the engine made ${inWords(made)} with a ${property} that is not the counterpart of what ${inWords(source)} refers to`,
          expected: JSON.stringify(expected),
          found: JSON.stringify(written),
        },
      ];
    });
  });
}

/** What a reference to a source record must say on the other side; nothing where that is not known. */
function counterpartOf(
  { pairings, history }: Scene,
  { section, target = 'id' }: Extract<Provided, { kind: 'referred' }>,
  sourceId: Value = null,
): Value {
  const other = pairings.find(({ bench }) => bench.section.heading === section);
  const pair = other?.pairs.find((each) => each.sourceId === String(sourceId));
  if (other === undefined || pair === undefined) return null;
  const record = recordName(other.bench, 'target', pair.targetId);
  return target === 'id' ? pair.targetId : (history.values(record, target).at(-1) ?? null);
}
