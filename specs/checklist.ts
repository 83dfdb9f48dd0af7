import { describe, inject, test } from 'vitest';
import { deal, type Shard } from '../src/checklist/shard.ts';
import { engineWords } from '../src/commands/engine/engine-options.ts';
import type { Requirement, RequirementKind, Section } from '../src/dataflow/dataflow.ts';
import type { EngineOrder } from '../src/engine-order.ts';
import { BrokenPromise, Inconclusive } from '../src/harness/broken-promise.ts';
import type { Check, Subject } from '../src/harness/checks/check.ts';
import { type CheckRun, runCheck } from '../src/harness/stage/run-check.ts';
import type { CheckResult } from '../src/report/result/model.ts';
import { maskStrayErrors } from './stray-errors.ts';
import { type DocumentUnderTest, notInDocument, playable, subjectOf } from './subject.ts';
import { createWorld } from './world.ts';

/** What a run of the specs is given from outside, see `vitest.config.ts` and `syncproof check`. */
declare module 'vitest' {
  interface ProvidedContext {
    /** The seed of every world. */
    seed: number;
    /** The path of the document to check; `''` for our own. */
    document: string;
    /** A requirement's id, or `id#check`; `''` for everything. */
    only: string;
    /** The share of the requirements to check; 1 of 1 for all of them. */
    shard: Shard;
    /** The engine to check, where it is not ours. */
    engine: EngineOrder | undefined;
  }
}

/** One section of a document, whose promises specs hold the engine to. */
export interface SectionSpec {
  /** Holds a promise of the section to the checks that every promise of its kind is held to. */
  promises(kind: Exclude<RequirementKind, 'property'>): void;
  /** The same for one row of the property table. */
  carries(source: string, target: string): void;
}

/** Refuses (`check`) a heading or a promise that the document does not have: specs cannot drift from it. */
export function sectionOf(document: DocumentUnderTest, heading: string): SectionSpec {
  const section = document.dataflow.sections.find((each) => each.heading === heading);
  if (section === undefined) throw notInDocument(`the section "${heading}"`);
  const shared = share(document);
  const bind = (requirement: Requirement): void => {
    describe(`${requirement.id}: ${requirement.text}`, () => {
      const subject = subjectOf(document, section, requirement);
      for (const check of playable(document, { requirement, subject })) {
        if (shared(requirement) && selected(requirement, check)) {
          register({ document, requirement, check, subject });
        }
      }
    });
  };
  return {
    promises: (kind) => bind(only(section, kind)),
    carries: (source, target) => bind(rowRequirement(section, { source, target })),
  };
}

/** Holds every promise of every section to its kind's checks: for documents without specs of their own. */
export function allSectionsOf(document: DocumentUnderTest): void {
  const shared = share(document);
  for (const section of document.dataflow.sections) {
    for (const requirement of section.requirements.filter(shared)) {
      const subject = subjectOf(document, section, requirement);
      const checks = playable(document, { requirement, subject }).filter((check) =>
        selected(requirement, check),
      );
      if (checks.length === 0) continue;
      describe(`${requirement.id}: ${requirement.text}`, () => {
        for (const check of checks) register({ document, requirement, check, subject });
      });
    }
  }
}

interface Registration {
  readonly document: DocumentUnderTest;
  readonly requirement: Requirement;
  readonly check: Check;
  readonly subject: Subject;
}

/** One test for one check: what it comes to travels to the report in the test's `meta`. */
function register({ document, requirement, check, subject }: Registration): void {
  test(check.title(subject), timeLimit(), async ({ task, skip }) => {
    const seed = inject('seed');
    const began = performance.now();
    const tell = (run: Pick<CheckRun, 'verdict' | 'reason'> & Partial<CheckRun>): void => {
      const { verdict, reason, violation, evidence } = run;
      const result: CheckResult = {
        id: check.id,
        title: check.title(subject),
        verdict,
        reason,
        ...(violation === undefined ? {} : { violation }),
        durationMs: Math.round(performance.now() - began),
        ...(evidence === undefined ? {} : { evidence }),
        replay: replay(document, { requirement, check, seed }),
      };
      task.meta.syncproof = { kind: 'check', requirement: requirement.id, check: result };
    };
    const world = await createWorld({ ...document, seed, foreign: inject('engine') });
    using _ = maskStrayErrors(world.gate, process);
    const run = await runCheck({ world, check, subject })
      .catch((cause: unknown) => {
        tell({
          verdict: 'inconclusive',
          reason: world.gate.text(`The harness or the engine broke: ${message(cause)}`),
        });
        throw cause;
      })
      .finally(world.close);
    tell(run);
    if (run.violation !== undefined) throw new BrokenPromise(run.violation);
    if (run.verdict === 'inconclusive') throw new Inconclusive(run.reason);
    if (run.verdict === 'blocked') skip(run.reason);
  });
}

/** An engine beside this process has limits of its own, in real time: this one only ends what hangs. */
function timeLimit(): { readonly timeout?: number } {
  return inject('engine') === undefined ? {} : { timeout: 3_600_000 };
}

function message(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

interface Replayed {
  readonly requirement: Requirement;
  readonly check: Check;
  readonly seed: number;
}

/** The command that runs one check again, and nothing else. */
function replay({ file }: DocumentUnderTest, { requirement, check, seed }: Replayed): string {
  const document = file === '' ? '' : ` ${JSON.stringify(file)}`;
  const engine = engineWords(inject('engine'));
  return `npx syncproof check${document}${engine} --seed ${seed} --only ${JSON.stringify(`${requirement.id}#${check.id}`)}`;
}

/** Whether the run was asked for this check: by default for all. */
function selected(requirement: Requirement, check: Check): boolean {
  const only = inject('only');
  return only === '' || only === requirement.id || only === `${requirement.id}#${check.id}`;
}

/** Tells which of a document's requirements this run's shard has to check. */
export function share({ dataflow }: DocumentUnderTest): (requirement: Requirement) => boolean {
  const { index, total } = inject('shard');
  const ids = dataflow.sections.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  const owners = deal(ids, total);
  return ({ id }) => owners.get(id) === index;
}

function only(section: Section, kind: RequirementKind): Requirement {
  const found = section.requirements.find((requirement) => requirement.kind === kind);
  if (found === undefined) throw notInDocument(`a promise "${kind}" in "${section.heading}"`);
  return found;
}

function rowRequirement(
  section: Section,
  { source, target }: { readonly source: string; readonly target: string },
): Requirement {
  const row = section.properties.find((each) => each.source === source && each.target === target);
  const found = section.requirements.find(
    ({ kind, line }) => kind === 'property' && line === row?.line,
  );
  if (found === undefined) {
    throw notInDocument(`the row ${source}, ${target} in "${section.heading}"`);
  }
  return found;
}
