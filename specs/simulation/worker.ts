import { parentPort } from 'node:worker_threads';
import { type Job, play } from './job.ts';

/** Plays the histories that its crew hands it, one after the other. */
parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await play(job)));
