import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resultOf } from '../../fixtures/results/builders.ts';
import { writeHistory } from './history-file.ts';
import { writeReports } from './write-reports.ts';
import { writing } from './writing.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'syncproof-'));
  await writeFile(join(folder, 'taken'), 'a file, and no folder');
});

afterAll(() => rm(folder, { recursive: true }));

const unusable = expect.objectContaining({
  code: 'usage',
  message: expect.stringContaining('taken'),
});

test('a folder for reports that cannot be one is something unusable, and no defect', async () => {
  await expect(writeReports(resultOf(), join(folder, 'taken', 'reports'))).rejects.toEqual(
    unusable,
  );
});

test('so is a place for the history that cannot be written to', async () => {
  await expect(writeHistory(join(folder, 'taken', 'history.jsonl'), [])).rejects.toEqual(unusable);
});

test('what breaks for another reason is a defect, and stays one', async () => {
  const defect = new TypeError('there is no such property');
  await expect(writing('anywhere', () => Promise.reject(defect))).rejects.toBe(defect);
});
