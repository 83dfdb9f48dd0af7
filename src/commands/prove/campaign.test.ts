import { expect, test } from 'vitest';
import { alarmsOf, standingOf } from '../../report/proof/standing.ts';
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

/** A campaign on one fault, in which each kind of scenes rings as it is told; "behind" are alarms with laws off. */
function prove(
  rings: Partial<Record<Job['scenes'] | 'own' | 'behind', readonly string[]>>,
  { told = fault, stopAt = Number.POSITIVE_INFINITY } = {},
) {
  const jobs: Job[] = [];
  const proof = campaign({
    document: { path: '/d.rst', name: 'D' },
    faults: [told],
    seed: 1,
    histories: 120,
    play: async (job) => {
      jobs.push(job);
      if (jobs.length > stopAt) return { scenes: 0, rings: [], stopped: true };
      const kind = (job.lawsOff ?? []).length === 0 ? job.scenes : 'behind';
      const laws = job.engine === undefined ? [] : rings['path' in job.on ? 'own' : kind];
      return { scenes: 1, rings: (laws ?? []).map(ring) };
    },
    simulate: async ({ from, to }) => ({ histories: to - from, broken: [] }),
    onPlayed: () => undefined,
    onSimulated: () => undefined,
  });
  return { jobs, proof };
}

const played = (jobs: readonly Job[]) =>
  jobs
    .filter(({ engine }) => engine !== undefined)
    .map(({ scenes, lawsOff }) => [scenes, ...(lawsOff ?? [])]);

test('A fault with two alarms is played on the document and where its alarms are, and no further', async () => {
  const { jobs, proof } = prove({ own: ['I3 quiescence'], alarms: ['I13 budget'] });
  const { engines } = await proof;
  expect(played(jobs)).toEqual([['brief'], ['alarms']]);
  expect(engines[0]?.rings.map(({ own, document }) => [own, document])).toEqual([
    [true, 'D'],
    [false, 'contacts'],
  ]);
  expect(engines[0]).not.toHaveProperty('behind');
});

test('A fault with one alarm is played again with that one switched off: what rings then is its second', async () => {
  const { jobs, proof } = prove({ alarms: ['I3 quiescence'], behind: ['I3 minimal writes'] });
  const { engines } = await proof;
  expect(played(jobs)).toEqual([['brief'], ['alarms'], ['alarms'], ['alarms', 'I3 quiescence']]);
  expect(engines.map(alarmsOf)).toEqual([['I3 quiescence', 'I3 minimal writes']]);
});

test('A fault that only checks themselves catch is played without them, for a law of its row to ring', async () => {
  const told = { ...fault, expectations: ['one'] };
  const { jobs, proof } = prove({ alarms: ['one'], behind: ['I3 quiescence'] }, { told });
  const { engines } = await proof;
  expect(played(jobs)).toEqual([['brief'], ['alarms'], ['alarms'], ['alarms', 'one']]);
  expect(engines.map(standingOf)).toEqual(['by its law']);
});

test('What rang in the document alone is not switched off where the alarms are', async () => {
  const { jobs, proof } = prove({ own: ['one'], alarms: ['I3 quiescence'], behind: ['one'] });
  await proof;
  expect(played(jobs)).toContainEqual(['alarms', 'I3 quiescence']);
});

test('Who is still without a second alarm is played short histories, until another of its laws rings', async () => {
  const { jobs, proof } = prove({ alarms: ['I3 quiescence'], 'small-scope': ['I13 budget'] });
  const { engines } = await proof;
  const short = jobs.filter(({ scenes, engine }) => engine && scenes === 'small-scope');
  expect(short.map(({ until }) => until)).toEqual([['I13']]);
  expect(engines.map(alarmsOf)).toEqual([['I3 quiescence', 'I13 budget']]);
});

test('Where it is known why there is one alarm only, no second is looked for in short histories', async () => {
  const told = { ...fault, single: 'Nothing else can show it.' };
  const { jobs, proof } = prove({ alarms: ['I3 quiescence'] }, { told });
  const { engines } = await proof;
  expect(played(jobs)).toEqual([['brief'], ['alarms'], ['alarms'], ['alarms', 'I3 quiescence']]);
  expect(engines).toMatchObject([{ single: told.single, behind: [{ law: 'I3 quiescence' }] }]);
});

test('An engine that was not played to its end is no part of the proof', async () => {
  for (const stopAt of [0, 1, 3, 4]) {
    const { engines } = await prove({ alarms: ['I3 quiescence'] }, { stopAt }).proof;
    expect(engines).toEqual([]);
  }
});

test('The engine that is right is played wherever a faulty one is, in short histories and in random ones', async () => {
  const { jobs, proof } = prove({});
  const { reference } = await proof;
  const right = jobs.filter(({ engine }) => engine === undefined).map(({ scenes }) => scenes);
  expect(right).toEqual(['all', 'alarms', 'small-scope']);
  expect(reference).toEqual({ scenes: 3, rings: [], histories: 120, broken: [] });
});
