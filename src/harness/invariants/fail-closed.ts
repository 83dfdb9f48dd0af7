import type { Violation } from '../../checklist/violation.ts';
import type { ChangeEntry } from '../../evidence/ledger.ts';
import { inWords, recordName } from '../basis/bench.ts';
import { type Gap, gapsOf } from '../watching/gaps.ts';
import { requestInWords } from '../watching/request-in-words.ts';
import type { Scene } from '../watching/scene.ts';
import { isRead, isShort } from '../watching/trouble.ts';
import type { Invariant } from './invariant.ts';

/**
 * A read that failed shows nothing, and one that left something out does not show that it is gone:
 * in its pass nothing is deleted and no counterpart made that was there already, and what it would
 * have shown is not passed over.
 */
export const failClosed: Invariant = {
  law: 'I10 fail closed',
  judge: async (scene) => [
    ...rash(scene),
    ...(await gapsOf(scene)).flatMap((gap) => passedOver(scene, gap)),
  ],
};

/** Deletions and surplus counterparts that came after such a read in the same pass. */
function rash({ told, fresh, pairings }: Scene): readonly Violation[] {
  const failed = told.at(-1)?.trouble.find(isRead) ?? fresh.requests.find(isShort);
  if (failed === undefined) return [];
  const doubtful = (change: ChangeEntry): boolean =>
    change.action === 'delete' ||
    (change.action === 'create' &&
      pairings.some(({ bench, surplus }) =>
        surplus.some(
          ({ targetId }) =>
            targetId === change.id &&
            bench.entity.target === change.entity &&
            bench.system.target === change.system,
        ),
      ));
  return fresh.changes
    .filter(({ author, seq }) => author === 'engine' && seq > failed.seq)
    .filter(doubtful)
    .map((change) => {
      const deed = change.action === 'delete' ? 'deleted' : 'made';
      return broken(
        `the engine ${deed} ${inWords(change)} in a pass in which ${requestInWords(failed)} had failed, or had not shown all`,
      );
    });
}

/** A gap whose change a failed read would have shown, where no write for it failed. */
function passedOver({ told }: Scene, gap: Gap): readonly Violation[] {
  const troubles = told.filter(({ upTo }) => upTo >= gap.since).flatMap(({ trouble }) => trouble);
  const [failed] = troubles.filter(isRead);
  if (failed === undefined || troubles.some(({ mutating }) => mutating)) return [];
  return [broken(`${gapInWords(gap)} is not carried over, and ${requestInWords(failed)} failed`)];
}

function gapInWords(gap: Gap): string {
  const { bench } = gap;
  if (gap.kind === 'missing') return inWords(recordName(bench, 'source', gap.sourceId));
  return `what ${gap.row.source} of ${inWords(recordName(bench, 'source', gap.pair.sourceId))} should say`;
}

function broken(message: string): Violation {
  return { law: failClosed.law, message };
}
