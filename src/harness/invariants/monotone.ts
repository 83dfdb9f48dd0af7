import type { Violation } from '../../checklist/violation.ts';
import type { ChangeEntry } from '../../evidence/ledger.ts';
import type { Value } from '../../value.ts';
import { inWords } from '../basis/bench.ts';
import { saysTheSame } from '../basis/oracle.ts';
import type { Put } from '../watching/history.ts';
import { type PartnerRow, partnerRows } from '../watching/partner-rows.ts';
import type { Scene } from '../watching/scene.ts';
import type { Invariant } from './invariant.ts';

/** The versions of a property reach the other side in the order in which they were typed: none is replaced by an older one. */
export const monotone: Invariant = {
  law: 'I11 monotone application',
  judge: async (scene) =>
    scene.fresh.changes
      .filter(({ author, action }) => author === 'engine' && action === 'update')
      .flatMap((change) =>
        partnerRows(scene, change).flatMap((at) => backwards(scene, change, at)),
      ),
};

function backwards({ history }: Scene, change: ChangeEntry, at: PartnerRow): readonly Violation[] {
  const { property, partner, partnerProperty, written } = at;
  const before = history
    .puts(change, property)
    .findLast(({ seq, author }) => author === 'engine' && seq < change.seq);
  if (before === undefined) return [];
  const versions = history.puts(partner, partnerProperty);
  const [earlier, now] = [
    version(versions, at, { value: before.value, seq: before.seq }),
    version(versions, at, { value: written, seq: change.seq }),
  ];
  if (earlier === undefined || now === undefined || now.seq >= earlier.seq) return [];
  return [
    {
      law: monotone.law,
      message: `the engine wrote an older version of ${partnerProperty} of ${inWords(partner)} into ${property} of ${inWords(change)} than it had written before`,
      expected: JSON.stringify(earlier.value),
      found: JSON.stringify(now.value),
    },
  ];
}

/** The partner's latest value, of those that were there before, that says the same. */
function version(
  versions: readonly Put[],
  { row: { type } }: PartnerRow,
  { value, seq }: { readonly value: Value; readonly seq: number },
): Put | undefined {
  return versions.findLast(
    (put) => put.seq < seq && saysTheSame({ type, source: put.value, target: value }) === true,
  );
}
