import { expect, test } from 'vitest';
import { leaseRefusal, maySubmit } from './lease.ts';

const lease = { owner: 'A', token: 7, expiresAt: 1000 };

test.each([
  {
    who: 'without a lease, while nobody holds the store',
    owner: null,
    token: 7,
    asks: false,
    may: true,
  },
  {
    who: 'without a lease, while A holds the store',
    owner: 'A',
    token: 7,
    asks: false,
    may: false,
  },
  { who: 'with the lease that the store gave last', owner: 'A', token: 7, asks: true, may: true },
  { who: 'with a lease that was followed', owner: 'B', token: 8, asks: true, may: false },
  { who: 'with a lease that was given back', owner: null, token: 7, asks: true, may: false },
])('Whoever asks $who may write: $may', ({ owner, token, asks, may }) => {
  expect(maySubmit({ owner, token, expiresAt: 0 }, asks ? lease : undefined)).toBe(may);
});

test('A refusal says who holds the store, until when, and whose lease is lost', () => {
  const held = { owner: 'B', token: 8, expiresAt: 2000 };
  const advice = 'acquire a lease and read the store again before writing';
  const { code, message } = leaseRefusal(held);
  expect([code, message]).toEqual([
    'lease',
    `B holds the store until 1970-01-01T00:00:02.000Z; ${advice}`,
  ]);
  expect(leaseRefusal({ ...held, owner: null }, lease).message).toBe(
    `A has lost its lease: nobody holds the store now; ${advice}`,
  );
});
