import { expect, test } from 'vitest';
import { LeanVitest } from './lean-vitest.ts';

/** What comes of a file's tests, played twice: a failure's message, or nothing. */
async function played(file: (vitest: LeanVitest['api']) => void) {
  const vitest = new LeanVitest();
  const tests = await vitest.collect(async () => file(vitest.api));
  const outcomes: Record<string, readonly (string | undefined)[]> = {};
  for (const { name, play } of tests) {
    const play1 = () =>
      play().then(
        () => undefined,
        (cause: Error) => cause.message,
      );
    outcomes[name] = [await play1(), await play1()];
  }
  return outcomes;
}

test('a test passes or fails each time it is played, wherever it stands', async () => {
  const outcomes = await played(({ describe, test }) => {
    test('passes', () => undefined);
    describe('a room', () => test('rejects', () => Promise.reject(new Error('broken'))));
  });
  expect(outcomes).toEqual({
    '0 passes': [undefined, undefined],
    '1 rejects': ['broken', 'broken'],
  });
});

test('each case is a test of its own: "each" spreads a list, "for" does not', async () => {
  const given: unknown[] = [];
  const outcomes = await played(({ test }) => {
    test.each([[1, 2], 3])('each', (...parts: unknown[]) => void given.push(parts.slice(0, -1)));
    test.for([[4, 5]])('for', { timeout: 1 }, (one: unknown) => void given.push(one));
  });
  expect(Object.keys(outcomes)).toEqual(['0 each', '1 each', '2 for']);
  expect(given).toEqual([[1, 2], [1, 2], [3], [3], [4, 5], [4, 5]]);
});

test('hooks stand around each test of their file, also where it fails', async () => {
  const story: string[] = [];
  await played(({ beforeEach, afterEach, test }) => {
    beforeEach(() => story.push('before'));
    afterEach(() => story.push('after'));
    test('fails', () => Promise.reject(new Error('broken')));
  });
  expect(story).toEqual(['before', 'after', 'before', 'after']);
});

test('what is for all tests of a file is made once, and a group can be left out', async () => {
  const story: string[] = [];
  const outcomes = await played(({ afterAll, beforeAll, describe, test }) => {
    beforeAll(() => story.push('made'));
    afterAll();
    describe.skipIf(true)('left out', () => test('never', () => story.push('never')));
    describe.skipIf(false)('played', () => test('plays', () => story.push('played')));
  });
  expect(Object.keys(outcomes)).toEqual(['0 plays']);
  expect(story).toEqual(['made', 'played', 'played']);
});

test('what is skipped does not fail; an assertion that does not hold does', async () => {
  const outcomes = await played(({ expect: claim, test }) => {
    test('skips', (context: unknown) => (context as { skip(): void }).skip());
    test('claims', () => claim(1).toBe(2));
  });
  expect(outcomes['0 skips']).toEqual([undefined, undefined]);
  expect(outcomes['1 claims']).toEqual([expect.any(String), expect.any(String)]);
});
