import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Tinypool } from 'tinypool';
import { projectRoot } from '../../config.ts';
import type { Ring } from '../../report/proof/proof.ts';

/** A document to play on: a proving document by name, or any by its path. */
export type On = { readonly name: string } | { readonly path: string };

/** One engine in scenes of one document. */
export interface Job {
  /** A faulty engine's name; the reference engine where there is none. */
  readonly engine?: string;
  readonly on: On;
  /**
   * Every scene of the document; all but those of thorough checks that are not among the engine's
   * alarms; those in which its alarms are to ring, or anybody's for the reference engine; or every
   * short history.
   */
  readonly scenes: 'all' | 'brief' | 'alarms' | 'small-scope';
  /** Numbers of laws: short histories end with the first in which one of them rings. */
  readonly until?: readonly string[];
  readonly seed: number;
  /** Laws that are switched off, by name; a check's id stands for what checks themselves expect. */
  readonly lawsOff?: readonly string[];
}

/** What rang in a job, and of how many scenes. */
export interface JobResult {
  readonly scenes: number;
  readonly rings: readonly Omit<Ring, 'document' | 'own'>[];
  /** Set where the run was stopped before they were played. */
  readonly stopped?: true;
}

/** Random histories of the engine that is right, numbered from 0 below the seed. */
export interface Histories {
  readonly from: number;
  readonly to: number;
  readonly seed: number;
}

/** What became of random histories. */
export interface Simulated {
  readonly histories: number;
  /** Each that broke a law, in a sentence. */
  readonly broken: readonly string[];
}

/** Threads that play scenes, one for each core. */
export interface Players {
  /** The ids of all scenes of a document; none once the run was stopped. */
  list(on: On): Promise<readonly string[]>;
  /** Gives nothing once the run was stopped. */
  play(job: Job): Promise<JobResult>;
  /** The same. */
  simulate(histories: Histories): Promise<Simulated>;
  end(): Promise<void>;
}

const nothingPlayed: JobResult = { scenes: 0, rings: [], stopped: true };
const nothingSimulated: Simulated = { histories: 0, broken: [] };

/** Named by its path: what plays lies above the commands, see the import order. */
const worker = join(projectRoot, 'specs', 'proof', 'worker.ts');

/** Starts the threads; each loads the specs' world once. */
export function startPlayers(signal: AbortSignal): Players {
  const threads = availableParallelism();
  const unlessStopped = <Result>(work: Promise<Result>, otherwise: Result): Promise<Result> =>
    work.catch((cause: unknown) => {
      if (signal.aborted) return otherwise;
      throw cause;
    });
  const pool = new Tinypool({
    filename: worker,
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
  });
  return {
    list: (on) => unlessStopped(pool.run({ on }, { name: 'listScenes', signal }), []),
    play: (job) => unlessStopped(pool.run(job, { name: 'playScenes', signal }), nothingPlayed),
    simulate: (histories) =>
      unlessStopped(pool.run(histories, { name: 'playHistories', signal }), nothingSimulated),
    end: () => pool.destroy(),
  };
}
