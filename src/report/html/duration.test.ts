import { expect, test } from 'vitest';
import { duration } from './duration.ts';

test.each([
  [0, '0 s'],
  [1_080, '1.08 s'],
  [59_999, '59.999 s'],
  [60_000, '1 min'],
  [1_202_120, '20 min 2.12 s'],
  [3_600_001, '1 h 0.001 s'],
  [90_061_500, '1 d 1 h 1 min 1.5 s'],
])('%i ms are told as %s', (ms, told) => {
  expect(duration(ms)).toBe(told);
});
