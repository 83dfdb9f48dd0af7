import { expect, test } from 'vitest';
import { ref } from './record.ts';

test('A reference is the id, and the parent where there is one, and nothing else', () => {
  const record = { id: '1', modifiedAt: 7, properties: { mail: 'a@x.no' } };
  expect(ref(record)).toStrictEqual({ id: '1' });
  expect(ref({ ...record, parent: 'p' })).toStrictEqual({ id: '1', parent: 'p' });
});
