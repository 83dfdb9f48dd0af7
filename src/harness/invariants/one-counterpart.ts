import type { Violation } from '../../checklist/violation.ts';
import { inWords, recordName } from '../bench.ts';
import type { Pairing } from '../pairing.ts';
import { isPromised } from '../promised.ts';
import type { Scene } from '../scene.ts';
import { isMadeAgain } from './deletes.ts';
import type { Invariant } from './invariant.ts';

/** Whatever fails, the engine makes at most one counterpart for a record, and none for nothing. */
export const oneCounterpart: Invariant = {
  law: 'I7 at most one counterpart',
  judge: async (scene) => scene.pairings.flatMap((pairing) => tooMany(scene, pairing)),
};

/** At rest every record that is promised a counterpart has one, or the engine says why not. */
export const noneForgotten: Invariant = {
  law: 'I12 nothing forgotten',
  judge: async (scene) => (scene.atRest ? scene.pairings.flatMap((p) => without(scene, p)) : []),
};

function tooMany(scene: Scene, pairing: Pairing): readonly Violation[] {
  const { bench, surplus, unexplained } = pairing;
  return [
    ...surplus
      .filter((pair) => !isMadeAgain(scene, pairing, pair))
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

function without(scene: Scene, pairing: Pairing): readonly Violation[] {
  const { bench, pairs } = pairing;
  const seq = Number.POSITIVE_INFINITY;
  const paired = new Set(pairs.map(({ sourceId }) => sourceId));
  const { system, entity } = bench;
  return scene.history
    .created({ system: system.source, entity: entity.source })
    .filter((id) => !pairing.mayBeMerged('source', id))
    .filter((sourceId) => isPromised({ scene, bench, sourceId, seq }))
    .filter((id) => !paired.has(id) && !scene.history.gone(recordName(bench, 'source', id)))
    .filter((id) => !scene.reportedNow('source', id))
    .map((id) => ({
      law: noneForgotten.law,
      message: `${inWords(recordName(bench, 'source', id))} has no ${entity.target}, and the engine reports nothing`,
    }));
}
