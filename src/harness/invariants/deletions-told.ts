import type { Violation } from '../../checklist/violation.ts';
import { type Bench, inWords, recordName } from '../basis/bench.ts';
import type { Pair } from '../watching/pairing.ts';
import { problemOf, recordsOf } from '../watching/reported.ts';
import type { Scene } from '../watching/scene.ts';
import { calmPasses, isCalm, type Telling } from '../watching/telling.ts';
import type { Invariant } from './invariant.ts';

/**
 * That one record of a pair was deleted is told by the time at which everything has been listed
 * once more: deletions do not travel, so it is all that people learn of it. What a pass would have
 * said in which the engine died is known to nobody, and time in which something fails does not count.
 */
export const deletionsTold: Invariant = {
  law: 'I9 deletions are told',
  judge: async (scene) =>
    scene.pairings.flatMap(({ bench, pairs }) =>
      pairs.flatMap((pair) => untold(scene, bench, pair)),
    ),
};

function untold(scene: Scene, bench: Bench, pair: Pair): readonly Violation[] {
  const record = {
    source: recordName(bench, 'source', pair.sourceId),
    target: recordName(bench, 'target', pair.targetId),
  };
  const { history } = scene;
  if (!history.gone(record.source) && !history.gone(record.target)) return [];
  const changes = [...history.changes(record.source), ...history.changes(record.target)];
  const deletions = changes.filter(({ action }) => action === 'delete').map(({ seq }) => seq);
  const first = Math.min(...deletions);
  const made = changes.find(({ author, action }) => author === 'engine' && action === 'create');
  // Whether the engine has linked what was there before, nobody can see before it writes.
  if (made === undefined || !hadTimeToLearn(scene, { made: made.seq, until: first })) return [];
  const since = scene.told.filter(({ upTo }) => upTo >= first);
  const records = recordsOf(bench, pair);
  const heard = [...misled(scene, first), ...since];
  if (since.some(({ report }) => report.died === true)) return [];
  if (heard.some((telling) => problemOf(telling, records) !== undefined)) return [];
  // The moment in which it is overdue: later on it is the same news.
  if (calmPasses(since) !== scene.settings.sweepEvery) return [];
  const [gone, other] = history.gone(record.source)
    ? [record.source, record.target]
    : [record.target, record.source];
  return [
    {
      law: deletionsTold.law,
      message: `${inWords(gone)}, the partner of ${inWords(other)}, was deleted ${since.length} passes ago, and the engine has not said so`,
    },
  ];
}

/** Whether a pass in which nothing went wrong came between: an answer that was lost is found out in it. */
function hadTimeToLearn(
  { told }: Scene,
  { made, until }: { readonly made: number; readonly until: number },
): boolean {
  return told.some((telling) => telling.upTo >= made && telling.upTo < until && isCalm(telling));
}

/**
 * The passes before a deletion in which records were hidden: who is shown no record then, and says
 * that it is gone, has no news when it goes.
 */
function misled({ told }: Scene, deleted: number): readonly Telling[] {
  return told.filter(({ hidden, upTo }) => hidden && upTo < deleted);
}
