import type { Violation } from '../../checklist/violation.ts';
import { type Bench, inWords, recordName } from '../basis/bench.ts';
import { type Gap, gapsOf } from '../watching/gaps.ts';
import type { Pair, Pairing } from '../watching/pairing.ts';
import type { Scene } from '../watching/scene.ts';
import type { Invariant } from './invariant.ts';

/**
 * An engine that died, or was ended, goes on where it was: what it had made it does not make
 * again, and what was to be carried when it died arrives.
 */
export const restartEquivalence: Invariant = {
  law: 'I8 restart equivalence',
  judge: async (scene) => [
    ...scene.pairings.flatMap((pairing) => madeTwice(scene, pairing)),
    ...(await gapsOf(scene)).filter((gap) => diedOver(scene, gap)).map(lost),
  ],
};

function madeTwice(scene: Scene, pairing: Pairing): readonly Violation[] {
  const { bench } = pairing;
  return pairing.surplus
    .filter((pair) => isMadeAnew(scene, pairing, pair))
    .map(({ sourceId, targetId }) => {
      const record = inWords(recordName(bench, 'source', sourceId));
      const second = inWords(recordName(bench, 'target', targetId));
      return broken(
        `after it was started anew the engine made ${second} for ${record}, which had one`,
      );
    });
}

/** Whether an engine was started between the making of the first counterpart and of this one. */
export function isMadeAnew(
  scene: Scene,
  { bench, pairs }: Pairing,
  { sourceId, targetId }: Pair,
): boolean {
  const first = pairs.find((pair) => pair.sourceId === sourceId && pair.merged === undefined);
  const [earlier, later] = [first?.targetId, targetId].map((id) =>
    id === undefined ? undefined : birth(scene, bench, id),
  );
  if (earlier === undefined || later === undefined) return false;
  return scene.starts.some((start) => earlier <= start && start < later);
}

/** The ledger's number of the entry that made a target. */
function birth({ history }: Scene, bench: Bench, id: string): number | undefined {
  return history.changes(recordName(bench, 'target', id))[0]?.seq;
}

/** Whether the engine died when it had the change before it, and no request of its own failed since. */
function diedOver({ told }: Scene, { since }: Gap): boolean {
  const after = told.filter(({ upTo }) => upTo >= since);
  return (
    after.some(({ report }) => report.died === true) &&
    after.every(({ report, trouble }) => report.died === true || trouble.length === 0)
  );
}

function lost(gap: Gap): Violation {
  const { bench } = gap;
  const id = gap.kind === 'missing' ? gap.sourceId : gap.pair.sourceId;
  const what = gap.kind === 'missing' ? 'it' : `its ${gap.row.source}`;
  const record = inWords(recordName(bench, 'source', id));
  return broken(
    `the engine died after ${record} had changed, and has not carried ${what} over since it was started anew`,
  );
}

function broken(message: string): Violation {
  return { law: restartEquivalence.law, message };
}
