import { expect, test } from 'vitest';
import { leaves, type Nested, nestingOf, place } from './paths.ts';

test('a dotted path nests', () => {
  expect(nestingOf(['a.b.c'])('a.b.c')).toEqual(['a', 'b', 'c']);
});

test('a path that continues another property stays flat where the two part', () => {
  const nesting = nestingOf(['address.country', 'address.country.id', 'address.city']);
  expect(nesting('address.country')).toEqual(['address', 'country']);
  expect(nesting('address.country.id')).toEqual(['address', 'country.id']);
  expect(nesting('address.city')).toEqual(['address', 'city']);
});

test('what is placed comes back as leaves, flat keys too', () => {
  const target: Nested = {};
  place(target, ['address', 'country'], 'NO');
  place(target, ['address', 'country.id'], 47);
  place(target, ['tags'], ['a', 'b']);
  place(target, ['gone'], null);
  expect(target).toEqual({
    address: { country: 'NO', 'country.id': 47 },
    tags: ['a', 'b'],
    gone: null,
  });
  expect(leaves(target)).toEqual([
    ['address.country', 'NO'],
    ['address.country.id', 47],
    ['tags', ['a', 'b']],
    ['gone', null],
  ]);
});
