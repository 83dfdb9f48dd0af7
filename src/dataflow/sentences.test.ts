import { expect, test } from 'vitest';
import { entitiesIn, isAbout, readStatement, startsStatement } from './sentences.ts';

const every = 'Every A will be synchronized with a B.';

/** Refuses a text that is no sentence of the format. */
function statement(text: string) {
  const read = readStatement(text);
  if (read === undefined) throw new Error(`no sentence: ${text}`);
  return read;
}

test('a sentence is read by its fixed words, all of them, in their order', () => {
  expect(readStatement(every)).toEqual({ kind: 'every', said: every, found: ['A', 'B'] });
  expect(readStatement('Every A will be synchronized.')).toBeUndefined();
  expect(readStatement('Every A with a B will be synchronized.')).toBeUndefined();
  expect(readStatement(`${every} x`)).toBeUndefined();
  expect(readStatement(`x ${every}`)).toBeUndefined();
});

test('words that would have to overlap do not make a sentence', () => {
  expect(readStatement('Every A will be synchronized with a.')).toBeUndefined();
  expect(readStatement('Every will be synchronized with a B.')).toBeUndefined();
  expect(readStatement('Every  will be synchronized with a .')?.found).toBeUndefined();
});

test('a text of 10,000 characters can be a sentence, and no longer one', () => {
  const longest = every.replace('A', 'A'.repeat(10_000 - every.length + 1));
  expect(readStatement(longest)?.kind).toBe('every');
  expect(readStatement(longest.replace('A', 'AA'))).toBeUndefined();
});

test('a text starts a sentence by its first fixed words; a condition has none', () => {
  expect(startsStatement('Every one')).toBe(true);
  expect(startsStatement('Once a link between a ')).toBe(true);
  expect(startsStatement('At night, it will be synchronized with a B.')).toBe(false);
});

test('a sentence tells its entities where it names both', () => {
  expect(entitiesIn(statement(every))).toEqual({ source: 'A', target: 'B' });
  expect(entitiesIn(statement('At night, it will be synchronized with a B.'))).toBeUndefined();
});

test('a sentence is about two entities where it names them, word for word', () => {
  const names = { source: 'A', target: 'B' };
  expect(isAbout(names, statement(every))).toBe(true);
  expect(isAbout({ ...names, source: 'C' }, statement(every))).toBe(false);
  expect(isAbout({ ...names, target: 'C' }, statement(every))).toBe(false);
  expect(isAbout({ source: 'B', target: 'A' }, statement(every))).toBe(false);
});

test('a sentence that could be read in two ways is about either pair of names', () => {
  const twice = 'Every A will be synchronized with a B will be synchronized with a C.';
  const words = ' will be synchronized with a ';
  expect(isAbout({ source: 'A', target: `B${words}C` }, statement(twice))).toBe(true);
  expect(isAbout({ source: `A${words}B`, target: 'C' }, statement(twice))).toBe(true);
  expect(isAbout({ source: 'A', target: 'C' }, statement(twice))).toBe(false);
});

test('what a condition says is about nobody: only the target counts', () => {
  const conditional = statement('At night, it will be synchronized with a B.');
  expect(isAbout({ source: 'whoever', target: 'B' }, conditional)).toBe(true);
  expect(isAbout({ source: 'whoever', target: 'C' }, conditional)).toBe(false);
});
