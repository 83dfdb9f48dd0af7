import { expect, test } from 'vitest';
import { born, made, testWorld } from '../test-world.ts';

async function pairingOf(told: ReturnType<typeof testWorld>) {
  const [pairing] = (await told.scene()).pairings;
  return pairing;
}

test('A record that the engine made belongs to the source record with which it shares most values', async () => {
  const told = testWorld();
  const shared = { city: 'Trondheim' };
  told.change({
    by: 'user',
    side: 'source',
    id: '1',
    action: 'create',
    fields: { ...shared, name: 'Ada Lovelace' },
  });
  told.change({
    by: 'user',
    side: 'source',
    id: '2',
    action: 'create',
    fields: { ...shared, name: 'Alan Turing' },
  });
  const fields = { fullName: 'Alan Turing', town: 'Trondheim' };
  told.change({ by: 'engine', side: 'target', id: '8', action: 'create', fields });
  expect((await pairingOf(told))?.pairs).toEqual([{ sourceId: '2', targetId: '8' }]);
});

test('It still belongs to it when the source record has changed since', async () => {
  const told = testWorld();
  told.change({
    by: 'user',
    side: 'source',
    id: '1',
    action: 'create',
    fields: { name: 'Ada Lovelace' },
  });
  told.change({
    by: 'user',
    side: 'source',
    id: '2',
    action: 'create',
    fields: { name: 'Alan Turing' },
  });
  told.change({ by: 'user', side: 'source', id: '1', fields: { name: 'Ada King' } });
  told.change({
    by: 'engine',
    side: 'target',
    id: '8',
    action: 'create',
    fields: { fullName: 'Ada Lovelace' },
  });
  expect((await pairingOf(told))?.pairs).toEqual([{ sourceId: '1', targetId: '8' }]);
});

test('Without a shared value it belongs to the only record that has no counterpart', async () => {
  const told = testWorld();
  told.change({
    by: 'user',
    side: 'source',
    id: '1',
    action: 'create',
    fields: { name: 'Ada Lovelace' },
  });
  told.change({
    by: 'engine',
    side: 'target',
    id: '8',
    action: 'create',
    fields: { fullName: 'ADA' },
  });
  expect((await pairingOf(told))?.pairs).toEqual([{ sourceId: '1', targetId: '8' }]);
});

test('Without a shared value and with several to choose from nothing explains it', async () => {
  const told = testWorld();
  for (const id of ['1', '2']) {
    told.change({
      by: 'user',
      side: 'source',
      id,
      action: 'create',
      fields: { name: `Ada ${id}00` },
    });
  }
  told.change({
    by: 'engine',
    side: 'target',
    id: '8',
    action: 'create',
    fields: { fullName: 'ADA' },
  });
  expect(await pairingOf(told)).toMatchObject({ pairs: [], unexplained: ['8'] });
});

test("What users make on the target side is nobody's counterpart", async () => {
  const told = testWorld();
  told.change({
    by: 'user',
    side: 'source',
    id: '1',
    action: 'create',
    fields: { name: 'Ada Lovelace' },
  });
  told.change({
    by: 'user',
    side: 'target',
    id: '8',
    action: 'create',
    fields: { fullName: 'Ada Lovelace' },
  });
  expect(await pairingOf(told)).toMatchObject({ pairs: [], surplus: [], unexplained: [] });
});

test('What the engine makes elsewhere, or changes, is no counterpart', async () => {
  const told = testWorld();
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
  const fields = { fullName: 'Ada Lovelace' };
  told.change({ ...made, entity: 'Sale', id: '7', fields });
  told.change({ ...made, side: 'source', entity: 'Contact', id: '7', fields });
  told.change({ by: 'engine', side: 'target', id: '8', fields });
  expect(await pairingOf(told)).toMatchObject({ pairs: [], surplus: [], unexplained: [] });
});

test('What a counterpart holds now explains it as well as what was sent', async () => {
  const told = testWorld();
  for (const [id, name] of [
    ['1', 'Ada Lovelace'],
    ['2', 'Alan Turing'],
  ] as const) {
    told.change({ ...born, id, fields: { name } });
  }
  told.change({ ...made, id: '8', fields: {} });
  told.change({ by: 'server', side: 'target', id: '8', fields: { fullName: 'Alan Turing' } });
  expect((await pairingOf(told))?.pairs).toEqual([{ sourceId: '2', targetId: '8' }]);
});

test('A second counterpart of a record is one too many', async () => {
  const told = testWorld();
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
  for (const id of ['8', '9']) told.change({ ...made, id, fields: { fullName: 'Ada Lovelace' } });
  expect(await pairingOf(told)).toMatchObject({
    pairs: [{ sourceId: '1', targetId: '8' }],
    surplus: [{ sourceId: '1', targetId: '9' }],
  });
});

test('What was sent explains a counterpart that was edited before anybody looked', async () => {
  const told = testWorld();
  for (const [id, name] of [
    ['1', 'Ada Lovelace'],
    ['2', 'Alan Turing'],
  ] as const) {
    told.change({ ...born, id, fields: { name } });
  }
  told.change({ ...made, id: '8', fields: { fullName: 'Alan Turing' } });
  told.change({ by: 'user', side: 'target', id: '8', fields: { fullName: 'Grace Hopper' } });
  told.change({ ...made, id: '9', fields: { fullName: 'ADA' } });
  expect((await pairingOf(told))?.pairs).toEqual([
    { sourceId: '2', targetId: '8' },
    { sourceId: '1', targetId: '9' },
  ]);
});
