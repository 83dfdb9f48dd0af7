import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFile, placeFile } from './sqlite-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'syncproof-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('A file that is missing, empty or begins otherwise is refused, each with what to do', () => {
  const path = join(folder, 'a.db');
  const refusal = (words: string) =>
    expect.objectContaining({ code: 'store', message: expect.stringContaining(words) });
  expect(() => checkFile(path)).toThrow(refusal(`there is no store at ${path}; name the right`));
  for (const content of ['', 'SQLite', 'SQLite format 4\0 and so on']) {
    writeFileSync(path, content);
    expect(() => checkFile(path)).toThrow(refusal(`${path} is not a store, or a damaged one`));
  }
  writeFileSync(path, 'SQLite format 3\0 and so on');
  expect(() => checkFile(path)).not.toThrow();
});

test('A file is in its place once it is whole, and nothing else is left beside it', async () => {
  const path = join(folder, 'a.db');
  await placeFile(path, async (made) => {
    writeFileSync(made, 'half');
    expect(existsSync(path)).toBe(false);
    writeFileSync(made, 'whole');
  });
  expect(readFileSync(path, 'utf8')).toBe('whole');
  expect(readdirSync(folder)).toEqual(['a.db']);
});

test('A file that somebody else has put there meanwhile stays', async () => {
  const path = join(folder, 'a.db');
  await placeFile(path, async (made) => {
    writeFileSync(made, 'ours');
    writeFileSync(path, 'theirs');
  });
  expect(readFileSync(path, 'utf8')).toBe('theirs');
  expect(readdirSync(folder)).toEqual(['a.db']);
});

test('Where filling or placing it fails nothing is left', async () => {
  const path = join(folder, 'a.db');
  const failing = placeFile(path, () => Promise.reject(new Error('disk full')));
  await expect(failing).rejects.toThrow('disk full');
  await expect(placeFile(path, async () => {})).rejects.toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual([]);
});
