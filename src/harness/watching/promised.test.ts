import { expect, test } from 'vitest';
import type { CreationRule } from '../basis/creation-rule.ts';
import { born, made, testWorld } from '../test-world.ts';
import { isPromised } from './promised.ts';

const heading = 'Acme Customers to Globex Contact';

/** Whether a source record is promised a counterpart: 1 moved from Oslo to Bergen, and is linked. */
async function promised(
  makes: CreationRule,
  of: { readonly sourceId?: string; readonly seq?: number; readonly limitedSince?: number } = {},
) {
  const told = testWorld();
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { city: 'Oslo' } });
  told.change({
    by: 'engine',
    side: 'target',
    id: '9',
    action: 'create',
    fields: { town: 'Oslo' },
  });
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Bergen' } });
  const scene = await told.scene();
  const [pairing] = scene.pairings;
  if (pairing === undefined) throw new Error('the test world has no section');
  const { sourceId = '1', seq = 4, limitedSince } = of;
  const settings = limitedSince === undefined ? {} : { limitedSince };
  return isPromised({ scene, bench: { ...pairing.bench, makes, settings }, sourceId, seq });
}

test('Every record is promised one, or none is', async () => {
  expect(await promised({ kind: 'always' })).toBe(true);
  expect(await promised({ kind: 'never' })).toBe(false);
});

test('A condition counts as the record was at the time', async () => {
  const inOslo: CreationRule = { kind: 'while', holds: ({ city }) => city === 'Oslo' };
  expect(await promised(inOslo, { seq: 3 })).toBe(true);
  expect(await promised(inOslo, { seq: 4 })).toBe(false);
});

test('In limited mode only what was touched since then is promised one', async () => {
  expect(await promised({ kind: 'always' }, { limitedSince: 0 })).toBe(true);
  expect(await promised({ kind: 'always' }, { limitedSince: 1 })).toBe(false);
  expect(await promised({ kind: 'always' }, { limitedSince: 0, seq: 1 })).toBe(false);
});

test('A record is promised one once a linked record refers to it', async () => {
  const by = [
    { section: 'A to B', property: 'city' },
    { section: heading, property: 'city' },
  ];
  const referring: CreationRule = { kind: 'related', by };
  expect(await promised(referring, { sourceId: 'Bergen' })).toBe(true);
  expect(await promised(referring, { sourceId: 'Bergen', seq: 3 })).toBe(false);
  expect(await promised(referring, { sourceId: 'Oslo' })).toBe(false);
  expect(await promised({ kind: 'related', by: by.slice(0, 1) }, { sourceId: 'Bergen' })).toBe(
    false,
  );
  const remark: CreationRule = { kind: 'related', by: [{ section: heading, property: 'remark' }] };
  expect(await promised(remark, { sourceId: 'null' })).toBe(false);
});

test('It is enough that one of the linked records refers to it, and none does to nothing', async () => {
  const told = testWorld();
  for (const [source, target, name, city] of [
    ['1', '8', 'Ada Lovelace', 'Oslo'],
    ['2', '9', 'Alan Turing', null],
  ] as const) {
    told.change({ ...born, id: source, fields: { name, city } });
    told.change({ ...made, id: target, fields: { fullName: name } });
  }
  const scene = await told.scene();
  const [pairing] = scene.pairings;
  if (pairing === undefined) throw new Error('the test world has no section');
  const makes = { kind: 'related', by: [{ section: heading, property: 'city' }] } as const;
  const bench = { ...pairing.bench, makes };
  const asked = { scene, bench, seq: 9 };
  expect(isPromised({ ...asked, sourceId: 'Oslo' })).toBe(true);
  expect(isPromised({ ...asked, sourceId: 'null' })).toBe(false);
  expect(isPromised({ ...asked, sourceId: 'undefined' })).toBe(false);
});

test('In limited mode a record that nobody has touched is promised none', async () => {
  expect(await promised({ kind: 'always' }, { limitedSince: 0, sourceId: '7' })).toBe(false);
});
