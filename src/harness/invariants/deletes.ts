import type { Violation } from '../../checklist/violation.ts';
import { inWords, recordName } from '../basis/bench.ts';
import type { Pair, Pairing } from '../watching/pairing.ts';
import type { Scene } from '../watching/scene.ts';
import type { Invariant } from './invariant.ts';

/** The engine deletes nothing, and makes nothing again that was deleted (`sync-semantics.md` 13). */
export const deletes: Invariant = {
  law: 'I9 deletes do not travel',
  judge: async (scene) => [
    ...scene.fresh.changes
      .filter(({ author, action }) => author === 'engine' && action === 'delete')
      .map((change) => ({
        law: deletes.law,
        message: `the engine deleted ${inWords(change)}`,
      })),
    ...scene.pairings.flatMap((pairing) => madeAgain(scene, pairing)),
    ...scene.pairings.flatMap((pairing) => broughtBack(scene, pairing)),
  ],
};

/** Source records that the engine made of what a deleted one held. */
function broughtBack({ fresh, history }: Scene, { bench }: Pairing): readonly Violation[] {
  const [system, entity] = [bench.system.source, bench.entity.source];
  return fresh.changes
    .filter((change) => change.author === 'engine' && change.action === 'create')
    .filter((change) => change.system === system && change.entity === entity)
    .flatMap(({ id, fields }) => {
      const gone = Object.values(fields)
        .flatMap(({ after }) => [...history.holders({ system, entity }, after)])
        .find((other) => other !== id && history.gone(recordName(bench, 'source', other)));
      const [made, was] = [id, gone ?? ''].map((each) =>
        inWords(recordName(bench, 'source', each)),
      );
      const message = `the engine made ${made} of what ${was} held, which a user had deleted`;
      return gone === undefined ? [] : [{ law: deletes.law, message }];
    });
}

/** Whether a surplus counterpart stands for one that was deleted before. */
export function isMadeAgain(
  { history }: Scene,
  { bench, pairs }: Pairing,
  { sourceId }: Pair,
): boolean {
  const first = pairs.find((pair) => pair.sourceId === sourceId);
  return first !== undefined && history.gone(recordName(bench, 'target', first.targetId));
}

function madeAgain(scene: Scene, pairing: Pairing): readonly Violation[] {
  const { bench, surplus } = pairing;
  return surplus
    .filter((pair) => isMadeAgain(scene, pairing, pair))
    .map(({ sourceId, targetId }) => ({
      law: deletes.law,
      message: `the counterpart of ${inWords(recordName(bench, 'source', sourceId))} was made again, as ${inWords(recordName(bench, 'target', targetId))}, although a user had deleted it`,
    }));
}
