import { expect, test } from 'vitest';
import { Tokens } from './tokens.ts';

test('a token is good for one lifetime and not for a millisecond longer', () => {
  let now = 0;
  const tokens = new Tokens({ clock: { now: () => now }, lifetime: 20 });
  tokens.issue('t');
  now = 19_999;
  expect(tokens.accepts('Bearer t')).toBe(true);
  now = 20_000;
  expect(tokens.accepts('Bearer t')).toBe(false);
});

test('no token, another scheme, or an unknown token is refused', () => {
  const tokens = new Tokens({ clock: { now: () => 0 }, lifetime: 20 });
  tokens.issue('t');
  expect(['', 't', 'Basic t', 'Bearer u'].map((header) => tokens.accepts(header))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
