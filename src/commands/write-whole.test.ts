import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from './write-whole.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'syncproof-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('files stand where they belong, in folders that were not there, and nothing beside them', async () => {
  const [first, second] = [join(folder, 'a', 'b', 'one'), join(folder, 'two')];
  await writeWhole([
    { path: first, text: '1' },
    { path: second, text: '2' },
  ]);
  expect([await readFile(first, 'utf8'), await readFile(second, 'utf8')]).toEqual(['1', '2']);
  expect((await readdir(folder, { recursive: true })).toSorted()).toEqual([
    ...['a', join('a', 'b'), join('a', 'b', 'one'), 'two'],
  ]);
});

test('where one cannot be written, none of them has changed', async () => {
  const [first, second] = [join(folder, 'one'), join(folder, 'two')];
  await writeFile(first, 'before');
  await mkdir(join(folder, '.two'));
  const files = [first, second].map((path) => ({ path, text: 'after' }));
  await expect(writeWhole(files)).rejects.toMatchObject({ code: 'EISDIR' });
  expect(await readFile(first, 'utf8')).toBe('before');
});
