import type { Violation } from '../../checklist/violation.ts';
import { opposite } from '../../settings.ts';
import { saysTheSame } from '../basis/oracle.ts';
import type { ReportedConflict } from '../system-under-test.ts';
import { compete, type PairRow, putsOf } from '../watching/pair-row.ts';
import type { Scene } from '../watching/scene.ts';
import { conflictInWords, lostPuts, mayMeanMerged, placesOf } from '../watching/told-conflict.ts';
import type { Invariant } from './invariant.ts';

/**
 * Whatever is told to have lost, somebody had typed into that property, and somebody else something
 * else into the other record's meanwhile: nobody who edits alone is told to have lost, and nobody is
 * told of another's record or property.
 */
export const conflictsReal: Invariant = {
  law: 'I4 told conflicts are real',
  judge: async (scene) => {
    const conflicts = scene.told.at(-1)?.report.conflicts ?? [];
    return conflicts
      .filter((conflict) => !mayMeanMerged(scene, conflict))
      .flatMap((conflict) => judge(scene, conflict));
  },
};

function judge(scene: Scene, conflict: ReportedConflict): readonly Violation[] {
  const places = placesOf(scene, conflict);
  if (places.length === 0) return [unreal(conflict, 'no linked record has such a property')];
  if (places.every((at) => lostPuts(at, conflict).length === 0))
    return [unreal(conflict, 'nobody ever typed that there')];
  if (places.some((at) => isContested(at, conflict))) return [];
  const rivals = places.map((at) => `${at.row[opposite(at.side)]} of its partner`).join(' or ');
  return [unreal(conflict, `nobody typed anything else into ${rivals} meanwhile`)];
}

function isContested(at: PairRow, conflict: ReportedConflict): boolean {
  const { type } = at.row;
  const rivals = putsOf(at, opposite(at.side)).filter(({ author }) => author !== 'engine');
  return lostPuts(at, conflict).some((put) =>
    rivals.some(
      (rival) =>
        compete(at, put, rival) &&
        saysTheSame({ type, source: put.value, target: rival.value }) !== true,
    ),
  );
}

function unreal(conflict: ReportedConflict, but: string): Violation {
  return {
    law: conflictsReal.law,
    message: `the engine tells that ${conflictInWords(conflict)} lost against another edit, but ${but}`,
    found: JSON.stringify(conflict.lost),
  };
}
