import { expect, test } from 'vitest';
import { SyncproofError } from '../../errors.ts';
import { attempt } from './sqlite-failure.ts';

function failure(errcode: unknown): Error {
  return Object.assign(new Error('as SQLite says'), { errcode });
}

test.each<[unknown, string]>([
  [5, 'it is locked by another process; let only one engine work on it (as SQLite says)'],
  [8, 'it is read-only; allow writing to it and to its folder (as SQLite says)'],
  [11, 'it is damaged; restore it from a backup (as SQLite says)'],
  [13, 'the disk is full; make room (as SQLite says)'],
  [14, 'it cannot be opened; check its path and its rights (as SQLite says)'],
  [26, 'it is not a SQLite database, or its beginning is damaged; restore it from a backup'],
  // An extended code means what its lowest eight bits do.
  [14 | (2 << 8), 'it cannot be opened'],
  [99, 'as SQLite says'],
  ['5', 'as SQLite says'],
])('The code %j is told in words', async (errcode, words) => {
  const cause = failure(errcode);
  const refused = attempt(() => Promise.reject(cause));
  await expect(refused).rejects.toMatchObject({
    ...{ name: 'SyncproofError', code: 'store', cause },
    message: expect.stringContaining(`the store cannot be used: ${words}`),
  });
});

test('A link that would re-point a record is told as that', async () => {
  await expect(attempt(() => Promise.reject(failure(19 | (8 << 8))))).rejects.toMatchObject({
    message: expect.stringContaining('links are never re-pointed'),
  });
});

test('What is no error is told as the text that it is', async () => {
  await expect(attempt(() => Promise.reject('no words'))).rejects.toMatchObject({
    message: 'the store cannot be used: no words',
  });
});

test('A store that is locked for a while is asked again, as often as it takes five seconds', async () => {
  let asked = 0;
  const locked = (times: number) => async () => {
    asked += 1;
    if (asked <= times) throw failure(5);
    return 'open';
  };
  expect(await attempt(locked(99))).toBe('open');
  asked = 0;
  await expect(attempt(locked(Number.POSITIVE_INFINITY))).rejects.toMatchObject({ code: 'store' });
  expect(asked).toBe(100);
});

test('Other failures, and refusals of our own, are not asked again', async () => {
  let asked = 0;
  const failing = (cause: Error) => async () => {
    asked += 1;
    throw cause;
  };
  await expect(attempt(failing(failure(13)))).rejects.toMatchObject({ code: 'store' });
  const own = new SyncproofError('lease', 'B holds it');
  await expect(attempt(failing(own))).rejects.toBe(own);
  expect(asked).toBe(2);
});
