import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkOf, requirementOf, resultOf, sectionOf } from '../../fixtures/results/builders.ts';
import { evidenceOf } from '../../fixtures/results/exchanges.ts';
import { evidenceNames } from '../report/html/evidence/evidence-files.ts';
import type { Result } from '../report/result/model.ts';
import { writeReports } from './write-reports.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'syncproof-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('a run leaves the evidence of its own result, and of the one before nothing', async () => {
  await writeReports(resultOfSeed(1), folder);
  expect(await evidence()).toEqual(evidenceNames(resultOfSeed(1)));
  await writeReports(resultOfSeed(2), folder);
  expect(await evidence()).toEqual(evidenceNames(resultOfSeed(2)));
});

test('a run whose page shows everything leaves none', async () => {
  await writeReports(resultOfSeed(1), folder);
  await writeReports(resultOf(), folder);
  expect(await evidence()).toEqual([]);
});

test('what an earlier result in the same folder refers to stays, as long as that is there', async () => {
  await writeReports(resultOfSeed(1), folder);
  await rename(join(folder, 'checklist.json'), join(folder, 'accepted.json'));
  await writeReports(resultOfSeed(2), folder);
  const both = [1, 2].flatMap((seed) => evidenceNames(resultOfSeed(seed)));
  expect(await evidence()).toEqual(both.toSorted());
  await rm(join(folder, 'accepted.json'));
  await writeReports(resultOfSeed(2), folder);
  expect(await evidence()).toEqual(evidenceNames(resultOfSeed(2)));
});

test('a file of somebody else stays, whatever it is called', async () => {
  await writeReports(resultOfSeed(1), folder);
  const [ours = ''] = await evidence();
  const theirs = [
    'evidence/0123456789ab.html',
    'evidence/ba9876543210.html',
    'evidence/notes.html',
  ];
  await writeFile(join(folder, theirs[0] ?? ''), '<!doctype html>\n<html lang="en">\n<p>Notes');
  await writeFile(join(folder, theirs[1] ?? ''), '');
  await rename(join(folder, ours), join(folder, theirs[2] ?? ''));
  await writeReports(resultOf(), folder);
  expect(await evidence()).toEqual(theirs.toSorted());
});

/** A result with one check that saw more than its page shows; another for each seed. */
function resultOfSeed(seed: number): Result {
  const steps = Array.from({ length: 300 }, (_, at) => ({
    at,
    lane: 'engine' as const,
    text: `step ${at}.`,
    exchanges: [],
  }));
  const checks = [checkOf({ evidence: { ...evidenceOf('a', 'b'), seed, steps } })];
  return resultOf({ sections: [sectionOf({ requirements: [requirementOf({ checks })] })] });
}

/** What is in the folder's `evidence`, relative to the page. */
async function evidence(): Promise<readonly string[]> {
  return (await readdir(join(folder, 'evidence'))).map((name) => `evidence/${name}`).toSorted();
}
