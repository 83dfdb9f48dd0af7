import type { Violation } from '../../checklist/violation.ts';
import type { PropertyRow } from '../../dataflow/dataflow.ts';
import type { ChangeEntry } from '../../evidence/ledger.ts';
import { opposite, type Side } from '../../settings.ts';
import { type Bench, inWords, recordName } from '../basis/bench.ts';
import type { Pair } from '../watching/pairing.ts';
import type { Scene } from '../watching/scene.ts';
import type { Invariant } from './invariant.ts';

/**
 * A no to a use of somebody's data only ever becomes a yes because a person says so who could see
 * the no, and it is carried with the record that has it. Which properties say so is declared.
 */
export const consents: Invariant = {
  law: 'I14 a no stays a no',
  judge: async (scene) =>
    scene.pairings.flatMap(({ bench, pairs }) => {
      const rows = bench.rows.filter(({ source }) => bench.settings.consent?.includes(source));
      if (rows.length === 0) return [];
      // Whom a merge has linked is known only afterwards: all that was written to a pair is looked at.
      return pairs.flatMap((pair) =>
        (['source', 'target'] as const).flatMap((side) =>
          rows.flatMap((row) => judge({ scene, bench, pair, side, row })),
        ),
      );
    }),
};

function judge(answer: Answer): readonly Violation[] {
  const { scene, bench, side, row } = answer;
  return scene.history
    .changes(recordName(bench, side, idOf(answer, side)))
    .filter((change) => change.author === 'engine' && change.action !== 'delete')
    .filter((change) => loses(answer, change))
    .map((change) => ({
      law: consents.law,
      message: `the engine took the no in ${row[side]} of ${inWords(change)} back, or did not carry it, although nobody who could see it had said yes`,
      found: JSON.stringify(change.fields[row[side]]?.after ?? null),
    }));
}

/** One side of a pair, and the property by which somebody says yes or no there. */
interface Answer {
  readonly scene: Scene;
  readonly bench: Bench;
  readonly pair: Pair;
  readonly side: Side;
  readonly row: PropertyRow;
}

function idOf({ pair }: Answer, side: Side): string {
  return side === 'source' ? pair.sourceId : pair.targetId;
}

function loses(answer: Answer, change: ChangeEntry): boolean {
  const { scene, bench, side, row } = answer;
  const { history } = scene;
  const other = opposite(side);
  const partner = recordName(bench, other, idOf(answer, other));
  const field = change.fields[row[side]];
  if (change.action === 'create') {
    return history.asOf(partner, change.seq)[row[other]] === false && field?.after !== false;
  }
  if (field?.before !== false) return false;
  const puts = history.puts(partner, row[other]).filter(({ seq }) => seq < change.seq);
  const yes = puts.findLast(({ author }) => author === 'user');
  const seen = puts.some(({ seq, value }) => value === false && yes !== undefined && seq < yes.seq);
  return yes?.value !== true || !seen;
}
