import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { shorten } from './long-text.ts';

test('a text of 64 kB is shown whole', () => {
  const text = 'a'.repeat(65_536);
  expect(shorten(text)).toEqual({ text });
});

test('of a longer one the first 16 kB are shown, and what is left out is said', () => {
  const text = 'a'.repeat(1_048_576);
  const digest = createHash('sha256').update(text).digest('hex');
  const { text: shown, note } = shorten(text);
  expect(shown).toHaveLength(16_384);
  expect(note).toContain('1,032,192 more characters, 1,048,576 in all');
  expect(note).toContain(digest);
});

test('a cut never splits a character', () => {
  const { text, note } = shorten(`${'a'.repeat(16_383)}${'😀'.repeat(40_000)}`);
  expect(text).toBe('a'.repeat(16_383));
  expect(note).toContain('80,000 more');
});
