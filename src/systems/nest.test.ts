import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flatten } from './flatten.ts';
import { filled, nest } from './nest.ts';

test('dotted paths become nested objects', () => {
  expect(nest({ name: 'x', 'company.id': '5', 'company.address.city': null })).toEqual({
    name: 'x',
    company: { id: '5', address: { city: null } },
  });
});

test('a property inside wins over the whole that it is in', () => {
  expect(nest({ company: null, 'company.id': '5' })).toEqual({ company: { id: '5' } });
  expect(nest({ 'company.id': '5', company: null })).toEqual({ company: { id: '5' } });
});

test('nest undoes flatten', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean());
  const key = fc.stringMatching(/^[a-z_]{1,5}$/);
  const inner = fc.dictionary(key, leaf, { minKeys: 1 });
  const object = fc.dictionary(key, fc.oneof(leaf, inner));
  fc.assert(
    fc.property(object, (record) => {
      expect(nest(flatten(record))).toEqual({ ...record });
    }),
  );
});

test('only what holds something is filled', () => {
  expect(filled({ a: null, b: '', c: 0, d: false })).toEqual({ b: '', c: 0, d: false });
});
