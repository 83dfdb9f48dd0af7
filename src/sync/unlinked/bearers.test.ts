import { expect, test } from 'vitest';
import type { Value } from '../../value.ts';
import { bearers } from './bearers.ts';

/** The ids of those among records with these values in `code` that are taken for bearers of 7. */
async function takenFor(value: Value, ...shown: readonly Value[]): Promise<readonly string[]> {
  const records = shown.map((code, at) => ({ id: `${at}`, modifiedAt: 0, properties: { code } }));
  const port = {
    find: async () => records,
    read: async ({ id }: { readonly id: string }) => own.get(id),
  };
  const found = await bearers(port, { property: 'code', value });
  return found.map(({ id }) => id);
}

const taken = (...shown: readonly Value[]) => takenFor(7, ...shown);

/** What records say by themselves, by id: the third bears what was asked for. */
const own = new Map(
  [null, 8, 7].map((code, at) => [`${at}`, { id: `${at}`, modifiedAt: 0, properties: { code } }]),
);

test('What a system shows beside what was asked for is not taken', async () => {
  expect(await taken(7, 8, '7', '77')).toEqual(['0', '2']);
});

test('A record that a list shows without the property is the one where it says so itself', async () => {
  expect(await taken(null, null, null, null)).toEqual(['2']);
});

test('A record without the property bears no text, whatever that says', async () => {
  expect(await takenFor('null', null, null)).toEqual([]);
  expect(await takenFor('undefined', null, null, null, null)).toEqual([]);
});
