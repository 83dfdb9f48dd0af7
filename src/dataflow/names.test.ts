import { expect, test } from 'vitest';
import { bestSplit, isOfSystem, longestHeading, splitNames, squeeze } from './names.ts';

test('squeezed, a text has one blank for each run of blanks and tabs, and none around it', () => {
  expect(squeeze(' a  b\tc \t d ')).toBe('a b c d');
  expect(squeeze(' a b ')).toBe('a b');
});

test('a text is split at each " to ", the shortest first half first; either half can be empty', () => {
  expect(splitNames('A to B to C')).toEqual([
    { source: 'A', target: 'B to C' },
    { source: 'A to B', target: 'C' },
  ]);
  expect(splitNames('to to')).toEqual([
    { source: '', target: 'to' },
    { source: 'to', target: '' },
  ]);
  expect(splitNames('Atob')).toEqual([]);
});

test('a text is split in eight ways at most, and not at all where it is too long', () => {
  expect(splitNames('A'.padEnd(60, ' to B'))).toHaveLength(8);
  const longest = 'A to '.padEnd(longestHeading, 'B');
  expect(splitNames(longest)).toHaveLength(1);
  expect(splitNames(`${longest}B`)).toEqual([]);
});

test('of several splits that with most evidence is best, and of equals the first', () => {
  const splits = splitNames('A to B to C to D');
  expect(bestSplit(splits, ({ source }) => (source === 'A to B' ? 1 : 0))?.source).toBe('A to B');
  expect(bestSplit(splits, () => 1)?.source).toBe('A');
});

test('where there is no choice, no evidence is asked for', () => {
  const asked = () => {
    throw new Error('asked');
  };
  expect(bestSplit(splitNames('A to B'), asked)).toEqual({ source: 'A', target: 'B' });
  expect(bestSplit([], asked)).toBeUndefined();
});

test('an entity is of the system that its name begins with, as a word of its own', () => {
  expect(isOfSystem('Acme Orders', 'Acme')).toBe(true);
  expect(isOfSystem('Acme', 'Acme')).toBe(true);
  expect(isOfSystem('Acmes Orders', 'Acme')).toBe(false);
  expect(isOfSystem('Orders', 'Acme')).toBe(false);
  expect(isOfSystem('Orders', '')).toBe(true);
});
