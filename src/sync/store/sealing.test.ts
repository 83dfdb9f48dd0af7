import { expect, test } from 'vitest';
import { z } from 'zod';
import { keyText, seal, unseal } from './sealing.ts';

const shape = z.object({ name: z.string(), at: z.number().nullable() });
const keys = ['people', '1'];
const content = { name: 'Ada', at: 7 };
const damage = expect.objectContaining({
  code: 'store',
  message: expect.stringContaining('what it holds on people / 1 is not what was written'),
});

test('What was sealed comes back; what is not known is kept as that', () => {
  expect(unseal(seal(keys, content), { keys, shape })).toEqual(content);
  const sealed = seal(keys, { name: 'Ada', at: undefined });
  expect(sealed.body).toBe('{"name":"Ada","at":null}');
  expect(Number.isInteger(sealed.sum) && Math.abs(sealed.sum) <= 2 ** 31).toBe(true);
});

test('A body, a sum or a key that is another one is refused', () => {
  const sealed = seal(keys, content);
  const read = (row: typeof sealed, of = keys) => unseal(row, { keys: of, shape });
  expect(() => read({ ...sealed, body: sealed.body.replace('Ada', 'Bda') })).toThrow(damage);
  expect(() => read({ ...sealed, sum: sealed.sum + 1 })).toThrow(damage);
  expect(() => read(sealed, ['people', '2'])).toThrow(
    expect.objectContaining({ message: expect.stringContaining('people / 2') }),
  );
  // Where one key ends and the next begins is sealed, too.
  expect(() => read(sealed, ['people1', ''])).toThrow(expect.objectContaining({ code: 'store' }));
});

test('What was sealed in another shape is refused', () => {
  expect(() => unseal(seal(keys, { name: 7 }), { keys, shape })).toThrow(damage);
});

test('An id is stored as text of which no two are the same, without its quotes', () => {
  expect(['a', '"', '\n', '\ud800', 'å'].map(keyText)).toEqual(['a', '\\"', '\\n', '\\ud800', 'å']);
});
