import { expect, test } from 'vitest';
import type { RequestEntry } from '../../evidence/ledger.ts';
import { testWorld } from '../test-world.ts';
import { restraint } from './restraint.ts';

async function judged(requests: readonly Partial<RequestEntry>[], starts: readonly number[] = []) {
  const told = testWorld();
  for (const request of requests) told.request(request);
  return restraint.judge(await told.scene({ starts }));
}

const throttled = { at: 0, status: 429, retryAfter: 30 };
const token = {
  ...{ method: 'POST', url: '/token', mutating: false, request: 'grant_type=client_credentials' },
  response: '{"expires_in":1000}',
};

test('A request before the Retry-After breaks it, one after it does not', async () => {
  expect(await judged([throttled, { at: 29_999 }])).toMatchObject([
    { law: 'I13 restraint', expected: 'Retry-After: 30 s' },
  ]);
  expect(await judged([throttled, { at: 30_000 }])).toEqual([]);
});

test('Where no Retry-After is said a second is meant, of that system alone', async () => {
  const unsaid = { at: 0, status: 429 };
  expect(await judged([unsaid, { at: 999 }])).toHaveLength(1);
  expect(await judged([unsaid, { at: 999, system: 'Acme' }, { at: 1000 }])).toEqual([]);
});

test('A token asked for while one is good breaks it, unless it was refused', async () => {
  expect(await judged([token, { ...token, at: 899_999 }])).toHaveLength(1);
  expect(await judged([token, { ...token, at: 900_000 }])).toEqual([]);
  expect(await judged([token, { status: 401 }, { ...token, at: 1 }])).toEqual([]);
});

test('Of an engine that was just started nobody knows what it was told', async () => {
  expect(await judged([throttled, { at: 1 }], [0])).toEqual([]);
});

test('It is told which request came too soon after which, and by how much', async () => {
  expect(await judged([throttled, { at: 2000 }])).toEqual([
    {
      law: 'I13 restraint',
      message:
        'request 2, PATCH /contact/9 to Globex, was sent 2000 ms after request 1, PATCH /contact/9 to Globex, had been answered 429',
      expected: 'Retry-After: 30 s',
    },
  ]);
  expect(
    await judged([
      { ...token, at: 1000 },
      { ...token, at: 3000 },
    ]),
  ).toEqual([
    {
      law: 'I13 restraint',
      message:
        'request 2, POST /token to Globex, asked for a token 2000 ms after request 1, POST /token to Globex, had given one that was still good',
    },
  ]);
  const [unsaid] = await judged([{ at: 0, status: 429 }, { at: 1 }]);
  expect(unsaid?.expected).toBe('Retry-After: not said, 1 s');
});

test('Only a token that was given, and says for how long, makes another one needless', async () => {
  for (const first of [
    { ...token, status: 503 },
    { ...token, response: '{}' },
    { ...token, request: 'a note' },
    { ...token, method: 'GET' },
    { ...token, system: 'Acme' },
  ]) {
    expect(await judged([first, { ...token, at: 1 }])).toEqual([]);
  }
});

test('A refusal other than 401 leaves a token as good as it was', async () => {
  expect(await judged([token, { status: 403 }, { ...token, at: 1 }])).toHaveLength(1);
});

test('What another engine had been told is forgotten for good', async () => {
  const told = testWorld();
  told.request(throttled);
  told.request(token);
  await told.scene();
  await told.scene({ starts: [2] });
  told.request({ at: 1 });
  told.request({ ...token, at: 2 });
  expect(await restraint.judge(await told.scene({ starts: [2] }))).toEqual([]);
});
