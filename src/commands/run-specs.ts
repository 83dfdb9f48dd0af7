import { join } from 'node:path';
import { startVitest, type Vitest } from 'vitest/node';
import { projectRoot } from '../config.ts';
import type { RawCheck } from '../report/assemble.ts';
import { checklistReporter, type Harvest } from '../report/vitest-reporter.ts';

interface SpecRun {
  /** Spec files to run: parts of their paths. */
  readonly files: readonly string[];
  /** What the specs are told, see `specs/checklist.ts`. */
  readonly provide: { readonly seed: number; readonly document: string; readonly only: string };
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
  process.once('SIGINT', stop);
  const vitest = await startVitest([...files], {
    root: projectRoot,
    config: join(projectRoot, 'vitest.config.ts'),
    project: ['checklist'],
    watch: false,
    reporters: [{ ...reporter, onInit: (started) => (running = started) }],
    provide,
  });
  await vitest.close();
  process.off('SIGINT', stop);
  return { ...harvest, interrupted };
}
