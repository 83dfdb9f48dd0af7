import type { Violation } from '../../checklist/violation.ts';
import type { ChangeEntry } from '../../evidence/ledger.ts';
import type { Value } from '../../value.ts';
import { type Bench, inWords } from '../basis/bench.ts';
import type { RecordName } from '../basis/record-name.ts';
import { isTelling } from '../watching/likeness.ts';
import { partnerRows } from '../watching/partner-rows.ts';
import type { Scene } from '../watching/scene.ts';
import type { Invariant } from './invariant.ts';

/**
 * A record has one partner, and no other record's values get into it: what a user typed stands in
 * one live record of each system, unless users typed it more than once.
 */
export const linkBijection: Invariant = {
  law: 'I2 link bijection',
  judge: async (scene) =>
    scene.fresh.changes
      .filter(({ author }) => author === 'engine')
      .flatMap((change) => [...crossed(scene, change), ...doubled(scene, change)]),
};

/** Values that only another record than the partner ever held. */
function crossed(scene: Scene, change: ChangeEntry): readonly Violation[] {
  const { history } = scene;
  return partnerRows(scene, change).flatMap(({ property, written, partner, partnerProperty }) => {
    if (!isTelling(written)) return [];
    const holders = [...history.holders(partner, written)];
    if (holders.includes(partner.id)) return [];
    const [other] = holders.filter((id) =>
      history.values({ ...partner, id }, partnerProperty).includes(written),
    );
    if (other === undefined) return [];
    return [
      {
        law: linkBijection.law,
        message: `the engine wrote into ${property} of ${inWords(change)}, the partner of ${inWords(partner)}, what ${partnerProperty} of ${inWords({ ...partner, id: other })} held`,
        found: JSON.stringify(written),
      },
    ];
  });
}

/** Values that the engine wrote although another live record of the system has them, and no user put them there twice. */
function doubled(scene: Scene, change: ChangeEntry): readonly Violation[] {
  const { history } = scene;
  return mapped(scene.benches, change).flatMap((property) => {
    const value = change.fields[property]?.after ?? null;
    if (!isTelling(value)) return [];
    const [other] = [...history.holders(change, value)].filter(
      (id) => id !== change.id && holdsNow(scene, { ...change, id }, { property, value }),
    );
    if (other === undefined || history.typed.times(value) > 1) return [];
    return [
      {
        law: linkBijection.law,
        message: `the engine wrote into ${property} of ${inWords(change)} what ${inWords({ ...change, id: other })} holds, and a user typed it once`,
        found: JSON.stringify(value),
      },
    ];
  });
}

function mapped(benches: readonly Bench[], { system, entity }: ChangeEntry): readonly string[] {
  const names = benches.flatMap((bench) =>
    (['source', 'target'] as const)
      .filter((side) => bench.system[side] === system && bench.entity[side] === entity)
      .flatMap((side) => bench.rows.map((row) => row[side])),
  );
  return [...new Set(names)];
}

interface Held {
  readonly property: string;
  readonly value: Value;
}

function holdsNow({ history }: Scene, record: RecordName, { property, value }: Held): boolean {
  return !history.gone(record) && history.values(record, property).at(-1) === value;
}
