import { expect, test } from 'vitest';
import { campaign } from './campaign.ts';
import type { Fault } from './fault.ts';
import type { Job, JobResult } from './players.ts';

const fault: Fault = {
  name: 'echo',
  fault: 'It echoes.',
  laws: ['I3', 'I13'],
  expectations: [],
  on: ['contacts'],
};

const ring = (law: string): JobResult['rings'][number] => ({
  requirement: 'a',
  check: 'one',
  verdict: 'failed',
  law,
  others: [],
  reason: 'It writes and writes.',
});

/** A campaign on one fault, in which each kind of scenes rings as it is told. */
function prove(rings: Partial<Record<Job['scenes'] | 'own', readonly string[]>>) {
  const jobs: Job[] = [];
  const proof = campaign({
    document: { path: '/d.rst', name: 'D' },
    faults: [fault],
    seed: 1,
    histories: 120,
    play: async (job) => {
      jobs.push(job);
      const laws = job.engine === undefined ? [] : rings['path' in job.on ? 'own' : job.scenes];
      return { scenes: 1, rings: (laws ?? []).map(ring) };
    },
    simulate: async ({ from, to }) => ({ histories: to - from, broken: [] }),
    onPlayed: () => undefined,
  });
  return { jobs, proof };
}

const played = (jobs: readonly Job[]) =>
  jobs.filter(({ engine }) => engine !== undefined).map(({ scenes }) => scenes);

test('A fault with two alarms is played on the document and where its alarms are, and no further', async () => {
  const { jobs, proof } = prove({ own: ['I3 quiescence'], alarms: ['I13 budget'] });
  const { engines } = await proof;
  expect(played(jobs)).toEqual(['brief', 'alarms']);
  expect(engines[0]?.rings.map(({ own, document }) => [own, document])).toEqual([
    [true, 'D'],
    [false, 'contacts'],
  ]);
});

test('A fault with one alarm is looked for in more scenes, then in short histories, until another law rings', async () => {
  const { jobs, proof } = prove({ alarms: ['I3 quiescence'], rest: ['I3 quiescence'] });
  await proof;
  expect(played(jobs)).toEqual(['brief', 'alarms', 'rest', 'small-scope']);
  expect(jobs.find(({ scenes, engine }) => engine && scenes === 'small-scope')?.until).toEqual([
    'I13',
  ]);
});

test('The engine that is right is played wherever a faulty one is, and in the histories', async () => {
  const { jobs, proof } = prove({});
  const { reference } = await proof;
  const right = jobs.filter(({ engine }) => engine === undefined).map(({ scenes }) => scenes);
  expect(right).toEqual(['all', 'all', 'small-scope']);
  expect(reference).toEqual({ scenes: 3, rings: [], histories: 120, broken: [] });
});
