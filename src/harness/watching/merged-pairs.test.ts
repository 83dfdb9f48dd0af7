import { expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import { customersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';

async function pairingOf(told: TestWorld) {
  const [pairing] = (await told.scene()).pairings;
  return pairing;
}

const mergeOn = [{ source: 'name', target: 'fullName', line: 9 }];
const resting = { restingSince: 0 };

/** The source records 1 and 2 and the target records 4 and 1, of Ada and of Alan. */
function twoAndTwo(): TestWorld {
  const told = testWorld(defaultSettings, [customersSection({ mergeOn })]);
  for (const [source, target, name] of [
    ['1', '4', 'Ada Lovelace'],
    ['2', '1', 'Alan Turing'],
  ] as const) {
    told.change({ ...born, id: source, fields: { name } });
    told.change({ ...made, by: 'user', id: target, fields: { fullName: name } });
  }
  return told;
}

test('Each is linked to its one match once the engine has settled, and not again', async () => {
  const told = twoAndTwo();
  expect(await pairingOf(told)).toMatchObject({ pairs: [] });
  await told.scene(resting);
  await told.scene(resting);
  expect((await pairingOf(told))?.pairs).toEqual([
    { sourceId: '1', targetId: '4', merged: true },
    { sourceId: '2', targetId: '1', merged: true },
  ]);
});

test('One that the engine has linked by making another is linked no more', async () => {
  const told = twoAndTwo();
  told.change({ ...made, id: '9', fields: { fullName: 'Augusta King', town: 'Oslo' } });
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Oslo' } });
  await told.scene();
  expect(await pairingOf(told)).toMatchObject({
    pairs: [{ sourceId: '1', targetId: '4', merged: true }],
    surplus: [{ sourceId: '1', targetId: '9' }],
  });
  await told.scene(resting);
  expect((await pairingOf(told))?.pairs).toHaveLength(2);
});

test('What the engine makes, and what is merged, is nobody else’s match', async () => {
  const told = twoAndTwo();
  await told.scene(resting);
  told.change({ ...born, id: '4', fields: { name: 'Ada Lovelace' } });
  await told.scene(resting);
  expect((await pairingOf(told))?.pairs).toHaveLength(2);
  told.change({ ...made, by: 'user', id: '5', fields: { fullName: 'Ada Lovelace' } });
  await told.scene(resting);
  expect((await pairingOf(told))?.pairs.at(-1)).toEqual({
    ...{ sourceId: '4', targetId: '5', merged: true },
  });
});

test('What the engine has made for one is no match for another that is called alike', async () => {
  const told = testWorld(defaultSettings, [customersSection({ mergeOn })]);
  for (const [id, city] of [
    ['1', 'Oslo'],
    ['2', 'Bergen'],
  ] as const) {
    told.change({ ...born, id, fields: { name: 'Ada Lovelace', city } });
  }
  told.change({ ...made, id: '9', fields: { fullName: 'Ada Lovelace', town: 'Bergen' } });
  await told.scene(resting);
  expect((await pairingOf(told))?.pairs).toEqual([{ sourceId: '2', targetId: '9' }]);
});

test('Who shares a name with somebody may be merged, on either side', async () => {
  const told = twoAndTwo();
  told.change({ ...born, id: '3', fields: { name: 'Grace Hopper' } });
  const pairing = await pairingOf(told);
  const may = (side: 'source' | 'target') =>
    ['1', '2', '3'].filter((id) => pairing?.mayBeMerged(side, id));
  expect(may('source')).toEqual(['1', '2']);
  expect(may('target')).toEqual(['1']);
});
