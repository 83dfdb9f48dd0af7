import { expect, test } from 'vitest';
import { encodeText, queryString } from './query.ts';

test('every character survives a query', () => {
  const value = 'A & B + 50 % = "æøå" 🧾 /?#\n';
  const query = queryString([['name', value]]);
  expect(query).toBe(
    '?name=A%20%26%20B%20%2B%2050%20%25%20%3D%20%22%C3%A6%C3%B8%C3%A5%22%20%F0%9F%A7%BE%20%2F%3F%23%0A',
  );
  expect(new URLSearchParams(query).get('name')).toBe(value);
});

test('the dollar of a query option is left as it is', () => {
  expect(
    queryString([
      ['$top', '5'],
      ['a$b&c', ''],
    ]),
  ).toBe('?$top=5&a%24b%26c=');
});

test('half a surrogate pair is refused instead of being replaced', () => {
  expect(() => encodeText('x\ud83e')).toThrow(expect.objectContaining({ code: 'answer' }));
});
