import { expect, test } from 'vitest';
import { first } from './first.ts';

test('There is a first of what a check is played on, or the check should not be played', () => {
  expect(first(['a', 'b'])).toBe('a');
  expect(() => first([])).toThrow(
    expect.objectContaining({ code: 'check', message: expect.stringContaining('nothing to look') }),
  );
});
