import { expect, test } from 'vitest';
import { collectionName } from './collection-name.ts';

test.each([
  ['Contacts', 'contacts'],
  ['Sales Orders (open)', 'sales-orders-open'],
  ['Vare/Tjeneste', 'vare-tjeneste'],
  ['Ærend', 'ærend'],
])('%s is the collection %s', (entity, collection) => {
  expect(collectionName(entity)).toBe(collection);
});
