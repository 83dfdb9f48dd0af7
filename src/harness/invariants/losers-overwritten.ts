import type { Violation } from '../../checklist/violation.ts';
import { opposite } from '../../settings.ts';
import type { ReportedConflict } from '../system-under-test.ts';
import { type PairRow, putsOf } from '../watching/pair-row.ts';
import type { Scene } from '../watching/scene.ts';
import { isCalm } from '../watching/telling.ts';
import { conflictInWords, isToldAs, lostPuts, placesOf } from '../watching/told-conflict.ts';
import type { Invariant } from './invariant.ts';

/**
 * What is told to have lost was overwritten, and with what is told to have been kept: nobody finds
 * there the value that is told to have lost, or another one than was told to have won. Where
 * something went wrong in the pass, the write may be still to come.
 */
export const losersOverwritten: Invariant = {
  law: 'I4 told losers are overwritten',
  judge: async (scene) => {
    const now = scene.told.at(-1);
    if (now === undefined || !isCalm(now)) return [];
    return now.report.conflicts
      .filter((conflict) => isStanding(scene, conflict))
      .map((conflict) => violation(conflict));
  },
};

/** Whether nothing, or nothing of what is told to have won, was put over the value since somebody typed it. */
function isStanding(scene: Scene, conflict: ReportedConflict): boolean {
  const places = placesOf(scene, conflict).filter((at) => lostPuts(at, conflict).length > 0);
  return (
    places.length > 0 &&
    !places.some((at) => isOverwritten(at, conflict) || isWinnerAsStored(at, conflict))
  );
}

/** Whether what lost is the system's form of what won: after a lost answer nobody can tell it from an edit. */
function isWinnerAsStored(at: PairRow, { kept, lost }: ReportedConflict): boolean {
  return putsOf(at, opposite(at.side)).some(
    ({ value }) =>
      JSON.stringify(value) === JSON.stringify(kept) &&
      JSON.stringify(value) !== JSON.stringify(lost) &&
      isToldAs(at, lost, value),
  );
}

function isOverwritten(at: PairRow, conflict: ReportedConflict): boolean {
  const { kept, lost } = conflict;
  const typed = Math.min(...lostPuts(at, conflict).map(({ seq }) => seq));
  const since = putsOf(at, at.side).filter(
    ({ seq, value }) => seq > typed && !isToldAs(at, lost, value),
  );
  // Whom a user has replaced since, nobody looks for any more.
  const isGone = since.some(({ author }) => author === 'user') || kept === undefined;
  return isGone ? since.length > 0 : since.some(({ value }) => isToldAs(at, kept, value));
}

function violation(conflict: ReportedConflict): Violation {
  const { kept } = conflict;
  const winner =
    kept === undefined ? 'nothing' : `${JSON.stringify(kept)}, which is told to have won,`;
  return {
    law: losersOverwritten.law,
    message: `the engine tells that ${conflictInWords(conflict)} lost against another edit, but ${winner} was ${kept === undefined ? '' : 'never '}written over it`,
  };
}
