import { expect, test } from 'vitest';
import { testWorld } from '../test-world.ts';
import { monotone } from './monotone.ts';

/** A linked pair whose city was edited twice, and what the engine then wrote into the town. */
async function judged(written: readonly string[]) {
  const told = testWorld();
  const [first, ...later] = ['Trondheim', 'Bergen', 'Tromsø'];
  const fields = { name: 'Ada Lovelace', city: first ?? null };
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields });
  const made = { fullName: 'Ada Lovelace', town: first ?? null };
  told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields: made });
  for (const city of later) told.change({ by: 'user', side: 'source', id: '1', fields: { city } });
  for (const town of written)
    told.change({ by: 'engine', side: 'target', id: '9', fields: { town } });
  return monotone.judge(await told.scene());
}

test('Versions may be passed over, but not turned round', async () => {
  expect(await judged(['Tromsø'])).toEqual([]);
  expect(await judged(['Bergen', 'Tromsø'])).toEqual([]);
  expect(await judged(['Tromsø', 'Bergen'])).toMatchObject([
    { law: 'I11 monotone application', expected: '"Tromsø"', found: '"Bergen"' },
  ]);
});

test('A user who goes back to an older value makes it the newest', async () => {
  const told = testWorld();
  const city = 'Trondheim';
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { city } });
  told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields: { town: city } });
  for (const place of ['Bergen', city]) {
    told.change({ by: 'user', side: 'source', id: '1', fields: { city: place } });
    told.change({ by: 'engine', side: 'target', id: '9', fields: { town: place } });
  }
  expect(await monotone.judge(await told.scene())).toEqual([]);
});
