import { expect, test } from 'vitest';
import { born, made, testWorld } from '../test-world.ts';
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

test('It is told which version was written over which', async () => {
  const [violation] = await judged(['Tromsø', 'Bergen']);
  expect(violation?.message).toBe(
    'the engine wrote an older version of city of Acme Customers 1 into town of Globex Contact 9 than it had written before',
  );
});

test('What is carried back to the source is held to the same order', async () => {
  for (const [written, violations] of [
    [['Bergen', 'Moss'], 0],
    [['Moss', 'Bergen'], 1],
  ] as const) {
    const told = testWorld();
    const name = 'Ada Lovelace';
    told.change({ ...born, id: '1', fields: { name } });
    told.change({ ...made, id: '9', fields: { fullName: name } });
    for (const town of ['Bergen', 'Moss'])
      told.change({ by: 'user', side: 'target', id: '9', fields: { town } });
    for (const city of written)
      told.change({ by: 'engine', side: 'source', id: '1', fields: { city } });
    expect(await monotone.judge(await told.scene())).toHaveLength(violations);
  }
});

test('A user may go back to an older version, and nobody can tell of one that was never typed', async () => {
  const told = testWorld();
  const name = 'Ada Lovelace';
  told.change({ ...born, id: '1', fields: { name, city: 'Oslo' } });
  told.change({ ...made, id: '9', fields: { fullName: name, town: 'Oslo' } });
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Bergen' } });
  const write = (by: 'engine' | 'user', town: string) =>
    told.change({ by, side: 'target', id: '9', fields: { town } });
  write('engine', 'Bergen');
  write('user', 'Oslo');
  write('engine', 'nowhere');
  write('engine', 'Oslo');
  expect(await monotone.judge(await told.scene())).toEqual([]);
});

test('A value that is written before anybody typed it is no version of what is typed later', async () => {
  const told = testWorld();
  const name = 'Ada Lovelace';
  told.change({ ...born, id: '1', fields: { name, city: 'Oslo' } });
  told.change({ ...made, id: '9', fields: { fullName: name, town: 'Oslo' } });
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Bergen' } });
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Moss' } });
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Bergen' } });
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Moss' } });
  expect(await monotone.judge(await told.scene())).toEqual([]);
});

test('A deletion writes no version', async () => {
  const told = testWorld();
  const fields = { fullName: 'Ada Lovelace', town: 'Oslo' };
  told.change({ ...born, id: '1', fields: { name: fields.fullName, city: null } });
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Oslo' } });
  told.change({ ...made, id: '9', fields });
  const gone = { fullName: null, town: null };
  told.change({ by: 'engine', side: 'target', id: '9', action: 'delete', fields: gone });
  expect(await monotone.judge(await told.scene())).toEqual([]);
});
