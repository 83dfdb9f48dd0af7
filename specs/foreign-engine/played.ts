import { spawnSync } from 'node:child_process';
import { onTestFinished, type TestContext } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import type { EngineOrder } from '../../src/engine-order.ts';
import { type CheckRun, runCheck } from '../../src/harness/stage/run-check.ts';
import { sceneOf } from '../faulty-engines/scene.ts';
import { createWorld } from '../world.ts';

/** Where the engine in Python lies, from the project. */
export const pythonEngine = 'fixtures/foreign/python-engine';

/** An engine that is started by a command in the project, judged as usual where nothing else is said. */
export function startedBy(command: string, judged: Partial<EngineOrder> = {}): EngineOrder {
  return {
    ...{ kind: 'http', command, folder: projectRoot },
    ...{ signals: true, quietPasses: 2, withinMs: 30_000 },
    ...judged,
  } as EngineOrder;
}

/** One check of our own document, by the end of its requirement's id and its own. */
export interface Played {
  readonly promise: string;
  readonly check: string;
}

/** Plays a check of our own document on a foreign engine. */
export async function playedOn(foreign: EngineOrder, played: Played): Promise<CheckRun> {
  const { document, check, subject } = sceneOf({ on: 'ours', laws: [], ...played });
  const world = await createWorld({ ...document, seed: 1, foreign });
  onTestFinished(world.close ?? (() => undefined));
  return runCheck({ world, check, subject });
}

/** Python that is not there is a reason to skip on somebody's machine, and none in CI. */
export function wantsPython({ skip }: TestContext): void {
  if (spawnSync('python3', ['--version']).status === 0) return;
  if (process.env['CI'] === undefined) skip('python3 is not installed here');
}
