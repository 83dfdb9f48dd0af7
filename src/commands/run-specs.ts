import { join } from 'node:path';
import { startVitest, type TestProject, type Vitest } from 'vitest/node';
import type { Shard } from '../checklist/shard.ts';
import { projectRoot } from '../config.ts';
import type { EngineOrder } from '../engine-order.ts';
import type { RawCheck } from '../report/result/assemble.ts';
import { checklistReporter, type Harvest } from '../report/vitest-reporter.ts';

interface SpecRun {
  /** Spec files to run: parts of their paths. */
  readonly files: readonly string[];
  /** What the specs are told, see `specs/checklist.ts`. */
  readonly provide: {
    readonly seed: number;
    readonly document: string;
    readonly only: string;
    readonly shard: Shard;
    readonly engine: EngineOrder | undefined;
  };
  readonly onCheck: (check: RawCheck) => void;
}

/** A run's harvest, and whether somebody stopped it. */
export interface SpecOutcome extends Harvest {
  readonly interrupted: boolean;
}

/** Runs the checklist's specs through vitest. Ctrl-C ends it early, with what it has so far. */
export async function runSpecs({ files, provide, onCheck }: SpecRun): Promise<SpecOutcome> {
  let harvest: Harvest = { checks: [], examined: undefined, broken: [] };
  let interrupted = false;
  let running: Vitest | undefined;
  const stop = (): void => {
    interrupted = true;
    void running?.cancelCurrentRun('keyboard-input');
  };
  const reporter = checklistReporter({ onCheck, onEnd: (all) => (harvest = all) });
  const onInit = (started: Vitest): void => {
    running = started;
    for (const project of started.projects) tell(project, provide);
  };
  process.once('SIGINT', stop);
  const vitest = await startVitest([...files], {
    root: projectRoot,
    config: join(projectRoot, 'vitest.config.ts'),
    project: ['checklist'],
    watch: false,
    // An engine that runs beside this process is not to be slowed down by another one of it.
    ...(provide.engine === undefined ? {} : { fileParallelism: false }),
    // A part of the checklist has sections without a check, and a shard can have none at all.
    passWithNoTests: true,
    reporters: [{ ...reporter, onInit }],
  });
  await vitest.close();
  process.off('SIGINT', stop);
  return { ...harvest, interrupted };
}

/** Not by vitest's own option: what a project has in its configuration goes before that. */
function tell(
  project: TestProject,
  { seed, document, only, shard, engine }: SpecRun['provide'],
): void {
  project.provide('seed', seed);
  project.provide('document', document);
  project.provide('only', only);
  project.provide('shard', shard);
  project.provide('engine', engine);
}
