import { expect, test } from 'vitest';
import { splitLines } from './lines.ts';
import { longestHeading } from './names.ts';
import { splitParts } from './parts.ts';

/** The numbers of lines: of the front, and of each part its heading, its underline and its body. */
function partsOf(...texts: readonly string[]) {
  const { front, parts } = splitParts(splitLines(texts.join('\n')));
  return {
    front: front.map(({ number }) => number),
    parts: parts.map(({ heading, underline, body }) => [
      heading.number,
      underline.number,
      body.map(({ number }) => number),
    ]),
  };
}

/** The number of the line that is taken for the heading over the run of dashes at the end. */
const headingOver = (...texts: readonly string[]) => partsOf(...texts).parts[0]?.[0];

test('a part goes from its heading down to the next one; the front stands before them', () => {
  expect(partsOf('x', 'A to B', '------', '', 'y', 'C to D', '------', 'z')).toEqual({
    front: [1],
    parts: [
      [2, 3, [4, 5]],
      [6, 7, [8]],
    ],
  });
  expect(partsOf('x', 'y')).toEqual({ front: [1, 2], parts: [] });
});

test('of the lines above a run of dashes that of its length is its heading', () => {
  expect(headingOver('abcdef', 'Some other line', '------')).toBe(1);
  expect(headingOver('A to B', 'Some words to say', '------')).toBe(1);
  expect(headingOver('Some words to say', 'abcdef', '------')).toBe(2);
  expect(headingOver('abcdef', 'A to B', '------')).toBe(2);
  expect(headingOver('A to B', 'abcdef', '------')).toBe(1);
});

test('a length counts with and without blanks around it', () => {
  expect(headingOver('abcdef  ', 'Some other line', '------')).toBe(1);
  expect(headingOver('abcdef  ', 'Some other line', '--------')).toBe(1);
  expect(headingOver('abcdef', 'Some other line', '------  ')).toBe(1);
});

test('a line that is neither of its length nor "A to B" is no heading, nor is a sentence', () => {
  expect(headingOver('Some other line', '------')).toBeUndefined();
  expect(headingOver('A to B', '--------')).toBe(1);
  expect(headingOver('Every A to B will be synchronized with a C.', '-----')).toBeUndefined();
});

test('an introduction is a heading whatever its underline', () => {
  expect(headingOver('Introduction', 'abcdef', '------')).toBe(1);
  expect(headingOver('Introduction.', 'A to B', '------')).toBe(1);
});

test('a heading stands four lines above its underline at most, with nothing but text between', () => {
  expect(headingOver('A to B', 'x', 'y', 'z', '------')).toBe(1);
  expect(headingOver('A to B', 'w', 'x', 'y', 'z', '------')).toBeUndefined();
  expect(headingOver('A to B', '', 'z', '------')).toBeUndefined();
});

test('a line that is too long is no heading', () => {
  const longest = 'A to '.padEnd(longestHeading, 'B');
  const underline = '-'.repeat(longest.length);
  expect(headingOver(longest, underline)).toBe(1);
  expect(headingOver(`${longest}B`, `${underline}-`)).toBeUndefined();
});
