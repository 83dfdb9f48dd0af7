import type { Violation } from '../../checklist/violation.ts';
import { type Bench, inWords, recordName } from '../basis/bench.ts';
import type { Hiding } from '../watching/hiding.ts';
import { idOn, type Pair } from '../watching/pairing.ts';
import { isMeant, recordsOf } from '../watching/reported.ts';
import type { Scene } from '../watching/scene.ts';
import { isCalm } from '../watching/telling.ts';
import type { Invariant } from './invariant.ts';

/**
 * That a record which the engine keeps in sync is shown to it no more is told by the time at which
 * everything has been listed once: of the record, or of what disappeared with it. Rights that were
 * taken away look like this, and nothing arrives meanwhile.
 */
export const disappearancesTold: Invariant = {
  law: 'I12 disappearances are told',
  judge: async (scene) => {
    const { hiding } = scene;
    if (hiding === undefined || !isDue(scene, hiding)) return [];
    return scene.pairings
      .filter(({ bench }) => bench.entity[hiding.side] === hiding.entity)
      .flatMap(({ bench, pairs }) => untold(scene, { hiding, bench, pairs }).slice(0, 1));
  },
};

/** The moment in which it is overdue, nothing else having gone wrong: later on it is the same news. */
function isDue({ told, settings }: Scene, { since }: Hiding): boolean {
  const after = told.filter(({ upTo }) => upTo > since);
  const isHindered = after.some(
    ({ report, trouble }) => report.died === true || trouble.length > 0,
  );
  return after.length === settings.sweepEvery && !isHindered;
}

interface Hidden {
  readonly hiding: Hiding;
  readonly bench: Bench;
  readonly pairs: readonly Pair[];
}

function untold(scene: Scene, { hiding, bench, pairs }: Hidden): readonly Violation[] {
  const { side, ids } = hiding;
  return pairs
    .filter((pair) => ids.includes(idOn(side, pair)) && isKnown(scene, { hiding, bench, pair }))
    .filter((pair) => !isTold(scene, { hiding, bench, pair }))
    .map((pair) => {
      const record = inWords(recordName(bench, side, idOn(side, pair)));
      return {
        law: disappearancesTold.law,
        message: `${record} has been shown to the engine no more for ${scene.settings.sweepEvery} passes, and it says nothing of it`,
      };
    });
}

interface HiddenPair extends Omit<Hidden, 'pairs'> {
  readonly pair: Pair;
}

/** Whether both records are there, and the engine had time to learn that they belong together. */
function isKnown({ history, told }: Scene, { hiding, bench, pair }: HiddenPair): boolean {
  const names = (['source', 'target'] as const).map((side) =>
    recordName(bench, side, idOn(side, pair)),
  );
  if (names.some(history.gone)) return false;
  const calm = told.filter((telling) => telling.upTo <= hiding.since && isCalm(telling));
  // Whether the engine has linked what was there before, nobody can see before it writes.
  return names
    .flatMap(history.changes)
    .some(
      ({ author, action, seq }) =>
        author === 'engine' && action === 'create' && calm.some(({ upTo }) => upTo >= seq),
    );
}

/** Whether the engine has named one of the two, or has since said something of no one record. */
function isTold({ told }: Scene, { hiding, bench, pair }: HiddenPair): boolean {
  const records = recordsOf(bench, pair);
  return told.some(({ report, upTo }) =>
    report.problems.some(({ record }) =>
      record === undefined ? upTo > hiding.since : records.some((each) => isMeant(record, each)),
    ),
  );
}
