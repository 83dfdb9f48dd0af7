import { expect, test } from 'vitest';
import { contentOf, linesForOther } from './lines.ts';

const line = (id: string, text: string): string => JSON.stringify({ id, text });
const said = (text: string): string => JSON.stringify({ text });

const agreed = {
  own: [line('a', 'one'), line('b', 'two')],
  other: [line('7', 'one'), line('8', 'two')],
};

test('a line goes under the id of the line that stood in its place when both sides agreed', () => {
  const value = [line('b', 'two'), line('a', 'ONE')];
  expect(linesForOther(value, agreed)).toEqual([line('8', 'two'), line('7', 'ONE')]);
});

test('a line that the other side has never had goes without an id', () => {
  expect(linesForOther([line('c', 'three')], agreed)).toEqual([said('three')]);
  expect(linesForOther([line('a', 'one')])).toEqual([said('one')]);
});

test('what is no line stays as it is, whatever it looks like', () => {
  const value = ['plain', '{', '{"text":"no id"}', '{"b":1,"a":2}', '[1]', 'null', 7];
  expect(linesForOther(value, agreed)).toEqual(value);
  expect(contentOf(value)).toEqual(value);
  expect(contentOf('{"id":"a"}')).toBe('{"id":"a"}');
});

test('what stood between lines when both sides agreed is no line', () => {
  const mixed = { own: ['plain', line('a', 'one')], other: ['plain', line('7', 'one')] };
  expect(linesForOther([line('a', 'one')], mixed)).toEqual([line('7', 'one')]);
  expect(linesForOther([line('a', 'one')], { own: null, other: 'x' })).toEqual([said('one')]);
});

test('lines that say the same have the same content, in any order of their keys', () => {
  expect(contentOf(['{"text":"x","id":"1","price":2}'])).toEqual(
    contentOf(['{"price":2,"text":"x","id":"9"}']),
  );
});
