import { expect, test } from 'vitest';
import { flatten } from './flatten.ts';

test('nested objects become dotted paths', () => {
  expect(flatten({ id: 7, company: { id: '5', address: { city: 'Ås' } } })).toEqual({
    id: 7,
    'company.id': '5',
    'company.address.city': 'Ås',
  });
});

test('values are carried exactly as they are', () => {
  const decomposed = 'A\u030As';
  const values = { text: ` ${decomposed}\r\n`, zip: '0150', rate: 0.1, no: false, none: '' };
  expect(flatten(values)).toEqual(values);
});

test('nulls and empty objects are left out', () => {
  expect(flatten({ a: null, b: {}, c: { d: null } })).toEqual({});
});

test('lists of texts and numbers are values, and other lists are left out', () => {
  expect(flatten({ groups: ['a', 1], none: [], rows: [{ id: 1 }], flags: [true] })).toEqual({
    groups: ['a', 1],
    none: [],
  });
});

test('a property named like a part of every object is only a property', () => {
  const flat = flatten(JSON.parse('{"__proto__": {"x": 1}, "constructor": "c"}'));
  expect(Object.entries(flat)).toEqual([
    ['constructor', 'c'],
    ['__proto__.x', 1],
  ]);
});

test('depth costs no stack', () => {
  let deep: object = { end: 1 };
  for (let level = 0; level < 20_000; level += 1) deep = { a: deep };
  expect(Object.values(flatten(deep))).toEqual([1]);
});
