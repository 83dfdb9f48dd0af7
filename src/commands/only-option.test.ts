import { expect, test } from 'vitest';
import { expectPlayed, expectRequirement } from './only-option.ts';

const sections = [
  { requirements: [{ id: 'orders/every' }] },
  { requirements: [{ id: 'b/every' }] },
];
const played = [{ requirement: 'orders/every', check: { id: 'same-stamp' } }];

test('a requirement of any section, and one check of it, can be asked for', () => {
  expect(() => expectRequirement(sections, 'b/every')).not.toThrow();
  expect(() => expectRequirement(sections, 'b/every#same-stamp')).not.toThrow();
});

test('a requirement that the document does not have is refused', () => {
  expect(() => expectRequirement(sections, 'orders')).toThrow(
    expect.objectContaining({ code: 'usage' }),
  );
});

test('a check that was not played is refused, whatever else was', () => {
  for (const only of ['orders/every#same-stump', 'b/every#same-stamp', 'orders/every#']) {
    expect(() => expectPlayed(played, only)).toThrow(expect.objectContaining({ code: 'usage' }));
  }
});

test('a check that was played, and a requirement without any, are no trouble', () => {
  expect(() => expectPlayed(played, 'orders/every#same-stamp')).not.toThrow();
  expect(() => expectPlayed([], 'b/every')).not.toThrow();
});
