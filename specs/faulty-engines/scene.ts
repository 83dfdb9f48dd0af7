import type { Alarm } from '../../fixtures/faulty-engines/faulty-engine.ts';
import type { Requirement, Section } from '../../src/dataflow/dataflow.ts';
import { SyncproofError } from '../../src/errors.ts';
import type { Check, Subject } from '../../src/harness/checks/check.ts';
import { allChecks } from '../../src/harness/checks/registry.ts';
import { type CheckRun, runCheck } from '../../src/harness/stage/run-check.ts';
import type { EngineUnderTest } from '../../src/sync/engine-under-test.ts';
import { type DocumentUnderTest, subjectOf } from '../subject.ts';
import { createWorld } from '../world.ts';
import { documents } from './documents.ts';

/** Where an alarm must ring: a check, and what it is played on. */
export interface Scene {
  readonly document: DocumentUnderTest;
  readonly requirement: Requirement;
  readonly check: Check;
  readonly subject: Subject;
}

/** Refuses (`check`) an alarm that names no one requirement, or a check that this is not held to. */
export function sceneOf({ on = 'contacts', promise, check: id }: Alarm): Scene {
  const document = documents[on];
  const all = document.dataflow.sections.flatMap((section) =>
    section.requirements.map((requirement) => ({ section, requirement })),
  );
  const fitting = all.filter(
    ({ requirement }) => requirement.id.endsWith(`/${promise}`) || requirement.id === promise,
  );
  const [found] = fitting;
  if (found === undefined || fitting.length > 1) {
    throw unfit(`${fitting.length} requirements of "${on}" end in /${promise}`);
  }
  const { section, requirement } = found;
  return { document, requirement, ...checkOf(document, { section, requirement, id }) };
}

function checkOf(
  document: DocumentUnderTest,
  of: { readonly section: Section; readonly requirement: Requirement; readonly id: string },
): Pick<Scene, 'check' | 'subject'> {
  const subject = subjectOf(document, of.section, of.requirement);
  const check = allChecks.find(({ id, kind }) => id === of.id && kind === of.requirement.kind);
  if (check !== undefined && (check.applies?.(subject) ?? true)) return { check, subject };
  throw unfit(`${of.requirement.id} is not held to a check "${of.id}"`);
}

function unfit(problem: string): SyncproofError {
  return new SyncproofError('check', `${problem}: mend the faulty engine's alarm.`);
}

/** Plays the scene with an engine, in a world of its own. */
export async function played(
  { document, check, subject }: Scene,
  on: {
    readonly engine: EngineUnderTest;
    readonly seed: number;
    readonly lawsOff?: ReadonlySet<string>;
  },
): Promise<CheckRun> {
  return runCheck({ world: await createWorld({ ...document, ...on }), check, subject });
}
