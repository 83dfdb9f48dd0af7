import { expect, test } from 'vitest';
import type { Value } from '../../value.ts';
import { bearers } from './bearers.ts';

/** The ids of those among records with these values in `code` that are taken for bearers of 7. */
async function taken(...shown: readonly Value[]): Promise<readonly string[]> {
  const records = shown.map((code, at) => ({ id: `${at}`, modifiedAt: 0, properties: { code } }));
  const found = await bearers({ find: async () => records }, { property: 'code', value: 7 });
  return found.map(({ id }) => id);
}

test('What a system shows beside what was asked for is not taken', async () => {
  expect(await taken(7, 8, '7', '77')).toEqual(['0', '2']);
});

test('A record that leaves the property out may be the one', async () => {
  expect(await taken(null, 8)).toEqual(['0']);
});
