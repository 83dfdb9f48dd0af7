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
