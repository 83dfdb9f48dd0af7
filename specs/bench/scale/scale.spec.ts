import { expect, test } from 'vitest';
import { memoryStore } from '../../../src/sync/store/memory.ts';
import type { StoreChange } from '../../../src/sync/store/store.ts';
import { lifeOf } from './life.ts';

const records = 1200;
const pages = 3;

test('A whole life takes each page once, one write for each record, and few commits', async () => {
  const store = memoryStore();
  const commits: (readonly StoreChange[])[] = [];
  const { first, quiet, edit, sweep } = await lifeOf(records, {
    ...store,
    commit: async (changes, lease) => {
      commits.push(changes);
      await store.commit(changes, lease);
    },
  });
  expect(first).toMatchObject({ writes: records, reads: 2 * pages });
  expect(quiet).toMatchObject({ writes: 0, reads: 2 });
  expect(edit).toMatchObject({ writes: 1, reads: 3 });
  expect(sweep).toMatchObject({ writes: 0, reads: 2 * pages });
  expect(commits.length).toBeLessThan(records / 10);
  expect(commits.flat().filter(({ kind }) => kind === 'link')).toHaveLength(records + 1);
});
