import { expect, test } from 'vitest';
import { splitLines } from './lines.ts';
import { doubtfulLines, readParagraph } from './paragraph.ts';

/** The sentences of these lines: of each its kind, the numbers of its lines and of those in doubt. */
function sentencesIn(...texts: readonly string[]) {
  return readParagraph(splitLines(texts.join('\n'))).map((sentence) => ({
    kind: sentence.kind,
    lines: sentence.lines.map(({ number }) => number),
    doubtful: doubtfulLines(sentence).map(({ number }) => number),
  }));
}

const adopt = [
  'If a matching B already exists, the A will be merged',
  'with the existing one.',
  'If no matching B is found, a new B will be created.',
];

test('a sentence can take several lines, and the next one begins behind the last of them', () => {
  expect(sentencesIn(...adopt, 'Every A will be synchronized with a B.')).toEqual([
    { kind: 'adopt-or-create', lines: [1, 2, 3], doubtful: [] },
    { kind: 'every', lines: [4], doubtful: [] },
  ]);
});

test('one foreign line between the lines of a sentence is left out, wherever it stands', () => {
  for (const at of [1, 2]) {
    const [sentence, ...others] = sentencesIn(...adopt.toSpliced(at, 0, 'lorem ipsum'));
    const lines = [1, 2, 3, 4].filter((line) => line !== at + 1);
    expect(sentence).toEqual({ kind: 'adopt-or-create', lines, doubtful: [] });
    expect(others).toEqual([]);
  }
});

test('two foreign lines between them are too many', () => {
  expect(sentencesIn(...adopt.toSpliced(1, 0, 'lorem', 'ipsum'))).toEqual([]);
});

test('a line that is a sentence by itself is not taken into the one above it', () => {
  expect(sentencesIn('Every A', 'At night, it will be synchronized with a B.')).toMatchObject([
    { kind: 'conditional', lines: [1, 2], doubtful: [1] },
  ]);
  expect(sentencesIn('lorem:', 'Every A will be synchronized with a B.', 'ipsum.')).toMatchObject([
    { kind: 'every', lines: [2] },
  ]);
});

test('a condition is in doubt as far as its sentence could do without the line', () => {
  const end = ['a person', 'at night, it will be synchronized', 'with a B.'];
  expect(sentencesIn('When it is not', ...end)).toEqual([
    { kind: 'conditional', lines: [1, 2, 3, 4], doubtful: [1, 2] },
  ]);
  expect(sentencesIn('At night, it will be synchronized', 'with a B.')).toEqual([
    { kind: 'conditional', lines: [1, 2], doubtful: [] },
  ]);
});

test('a condition of more than three stops is read from the third but last', () => {
  const end = 'At night, it will be synchronized with a B.';
  expect(sentencesIn('One.', 'Two.', end)).toMatchObject([{ lines: [1, 2, 3] }]);
  expect(sentencesIn('One.', 'Two.', 'Three.', end)).toMatchObject([{ lines: [2, 3, 4] }]);
});

test('a sentence takes eight lines at most', () => {
  const words = 'Every A will be synchronized with a B.'.split(' ');
  expect(words).toHaveLength(8);
  expect(sentencesIn(...words)).toMatchObject([{ kind: 'every' }]);
  expect(sentencesIn(...words.with(1, 'A\nor more'))).toEqual([]);
});
