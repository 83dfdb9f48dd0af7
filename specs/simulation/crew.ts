import { Worker } from 'node:worker_threads';
import type { Job, Played } from './job.ts';

interface Crew {
  readonly workers: number;
  /** After how many broken histories it is enough. */
  readonly findings: number;
  readonly onPlayed: (played: Played) => void;
  /** Hands out no more jobs; those under way are played to their end. */
  readonly signal: AbortSignal;
}

/**
 * Deals jobs out to threads, in their order, until enough of them broke a law. All before those are
 * played to their end, so the first broken ones are the same whatever the number of workers.
 */
export async function playAll(
  jobs: Iterable<Job>,
  { workers, findings, onPlayed, signal }: Crew,
): Promise<readonly Played[]> {
  const queue = jobs[Symbol.iterator]();
  const broken: (Played & { readonly at: number })[] = [];
  let dealt = 0;
  const next = (): Job | undefined => {
    const { done, value } = queue.next();
    return signal.aborted || broken.length >= findings || done ? undefined : value;
  };
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    try {
      for (let job = next(); job !== undefined; job = next()) {
        dealt += 1;
        const at = dealt;
        const played = await handOver(worker, job);
        onPlayed(played);
        if (played.story !== undefined) broken.push({ ...played, at });
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return broken.sort((a, b) => a.at - b.at).slice(0, findings);
}

function handOver(worker: Worker, job: Job): Promise<Played> {
  return new Promise((resolve, reject) => {
    const broke = (cause: unknown): void => {
      const { on, seed, index } = job;
      reject(new Error(`History ${index} of seed ${seed} on ${on} broke the harness`, { cause }));
    };
    worker.once('error', broke);
    worker.once('message', (played: Played) => {
      worker.off('error', broke);
      resolve(played);
    });
    worker.postMessage(job);
  });
}
