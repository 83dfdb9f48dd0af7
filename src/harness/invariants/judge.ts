import type { Violation } from '../../checklist/violation.ts';
import { SyncproofError } from '../../errors.ts';
import type { Scene } from '../watching/scene.ts';
import { budget } from './budget.ts';
import { confidentiality } from './confidentiality.ts';
import { conflictsReal } from './conflicts-real.ts';
import { conflictsToldOnce } from './conflicts-told-once.ts';
import { consents } from './consents.ts';
import { convergence } from './convergence.ts';
import { deletes } from './deletes.ts';
import { deletionsTold } from './deletions-told.ts';
import { disappearancesTold } from './disappearances-told.ts';
import { failClosed } from './fail-closed.ts';
import { frame } from './frame.ts';
import { honestStatus } from './honest-status.ts';
import type { Invariant } from './invariant.ts';
import { linesKept } from './lines-kept.ts';
import { linkBijection } from './link-bijection.ts';
import { losersOverwritten } from './losers-overwritten.ts';
import { minimalWrites } from './minimal-writes.ts';
import { monotone } from './monotone.ts';
import { noLostUpdate } from './no-lost-update.ts';
import { noneForgotten } from './none-forgotten.ts';
import { oneCounterpart } from './one-counterpart.ts';
import { provenance } from './provenance.ts';
import { quiescence } from './quiescence.ts';
import { restartEquivalence } from './restart-equivalence.ts';
import { restraint } from './restraint.ts';

/** All laws, in the order in which they are judged: what is most specific rings first. */
export const invariants: readonly Invariant[] = [
  deletes,
  failClosed,
  restartEquivalence,
  oneCounterpart,
  linesKept,
  frame,
  linkBijection,
  provenance,
  monotone,
  confidentiality,
  consents,
  restraint,
  minimalWrites,
  quiescence,
  budget,
  honestStatus,
  noLostUpdate,
  conflictsReal,
  losersOverwritten,
  conflictsToldOnce,
  deletionsTold,
  disappearancesTold,
  convergence,
  noneForgotten,
];

/**
 * Laws that a word of the engine's own excuses from. Where an engine offers no report, what breaks
 * them is a doubt: it keeps a check from passing, and does not fail it.
 */
export const excusable: ReadonlySet<string> = new Set(
  [
    ...[convergence, noneForgotten, noLostUpdate, failClosed],
    ...[restartEquivalence, deletionsTold, disappearancesTold, honestStatus],
  ].map(({ law }) => law),
);

/** What checks themselves expect, beside all laws: it can be switched off like one. */
export const ownExpectations = 'own expectations';

/** All laws but those that are switched off; refuses (`check`) one that there is not. */
export function lawsInForce(off: ReadonlySet<string> = new Set()): readonly Invariant[] {
  const known = new Set([ownExpectations, ...invariants.map(({ law }) => law)]);
  const unknown = [...off].filter((name) => !known.has(name));
  if (unknown.length === 0) return invariants.filter(({ law }) => !off.has(law));
  throw new SyncproofError('check', `There is no law "${unknown.join('", "')}" to switch off.`);
}

/** Everything in a scene that breaks a law. */
export async function judgeScene(
  scene: Scene,
  laws: readonly Invariant[],
): Promise<readonly Violation[]> {
  const violations: Violation[] = [];
  for (const invariant of laws) violations.push(...(await invariant.judge(scene)));
  return violations;
}
