import { expect, test } from 'vitest';
import type { PropertyContract } from '../../checklist/contract.ts';
import type { Value } from '../../value.ts';
import { canary, newValue } from './canary.ts';

const lowest = () => 0;
const highest = () => 0.999999999;

function property(rest: Partial<PropertyContract>): PropertyContract {
  const open = { readOnly: false, required: false, unique: false };
  return { name: 'name', type: 'string', source: 'test', ...open, ...rest };
}

/** The values that the lowest and the highest throw of the dice give. */
function range(rest: Partial<PropertyContract>, unlike: Value = null) {
  return [lowest, highest].map((dice) => newValue(property(rest), { dice, unlike }));
}

test('a canary is a run of letters and digits that the dice choose', () => {
  expect([canary(lowest), canary(highest, 3)]).toEqual(['aaaaaaaa', '999']);
  const dice = [0, 0.5, 0.999];
  expect(canary(() => dice.shift() ?? 0, 3)).toMatch(/^a[a-z]9$/);
});

test('a text says its property and ends in a canary, as far as there is room', () => {
  expect(range({})).toEqual(['name aaaaaaaa', 'name 99999999']);
  expect(range({ name: 'address.city' })).toEqual(['city aaaaaaaa', 'city 99999999']);
  expect(range({ maxLength: 13 })[0]).toBe('name aaaaaaaa');
  expect(range({ maxLength: 12 })[0]).toBe('aaaaaaaa');
  expect(range({ maxLength: 5 })[0]).toBe('aaaaa');
});

test('numbers and days are in a range that every system takes', () => {
  expect(range({ type: 'integer' })).toEqual([1000, 1_000_999]);
  expect(range({ type: 'decimal' })).toEqual([1000.01, 1_001_000]);
  expect(range({ type: 'date' })).toEqual(['2010-01-01', '2039-12-28']);
  expect(range({ type: 'stamp' })).toEqual([
    '2010-01-01T08:30:00.000Z',
    '2039-12-28T08:30:00.000Z',
  ]);
});

test('where there are few values, it is another one than there was', () => {
  expect(range({ type: 'boolean' }, true)).toEqual([false, false]);
  expect(range({ type: 'boolean' }, false)).toEqual([true, true]);
  expect(range({ type: 'enum', values: [1, 2, 3] }, 1)).toEqual([2, 3]);
  expect(range({ type: 'enum', values: [1] }, 1)).toEqual([null, null]);
  expect(range({ type: 'enum' })).toEqual([null, null]);
});

test('a list has one new text, or two lines as people type them in', () => {
  expect(range({ type: 'list' })).toEqual([['aaaaaaaa'], ['99999999']]);
  const line = JSON.stringify({ text: 'line aaaaaaaa', price: 1000.01, vat: 25 });
  expect(range({ type: 'list', lines: true })[0]).toEqual([line, line]);
});
