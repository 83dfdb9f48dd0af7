import type { Violation } from '../../checklist/violation.ts';
import { inWords, recordName } from '../basis/bench.ts';
import type { Pairing } from '../watching/pairing.ts';
import type { Scene } from '../watching/scene.ts';
import { isMadeAgain } from './deletes.ts';
import type { Invariant } from './invariant.ts';
import { isMadeAnew } from './restart-equivalence.ts';

/** Whatever fails, the engine makes at most one counterpart for a record, and none for nothing. */
export const oneCounterpart: Invariant = {
  law: 'I7 at most one counterpart',
  judge: async (scene) => scene.pairings.flatMap((pairing) => tooMany(scene, pairing)),
};

function tooMany(scene: Scene, pairing: Pairing): readonly Violation[] {
  const { bench, surplus, unexplained } = pairing;
  return [
    ...surplus
      .filter((pair) => !isMadeAgain(scene, pairing, pair) && !isMadeAnew(scene, pairing, pair))
      .map(({ sourceId, targetId }) => ({
        law: oneCounterpart.law,
        message: `${inWords(recordName(bench, 'source', sourceId))} was given a second counterpart, ${inWords(recordName(bench, 'target', targetId))}`,
      })),
    ...unexplained.map((id) => ({
      law: oneCounterpart.law,
      message: `the engine made ${inWords(recordName(bench, 'target', id))}, which no source record explains`,
    })),
  ];
}
