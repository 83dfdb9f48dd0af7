import { expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import { customersSection } from '../test-sections.ts';
import { born, made, testWorld } from '../test-world.ts';
import { deletes } from './deletes.ts';
import { oneCounterpart } from './one-counterpart.ts';

const name = 'Ada Lovelace';

function linked() {
  const told = testWorld();
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name } });
  told.change({
    by: 'engine',
    side: 'target',
    id: '8',
    action: 'create',
    fields: { fullName: name },
  });
  return told;
}

test('What a user deletes may stay deleted', async () => {
  const told = linked();
  told.change({ by: 'user', side: 'target', id: '8', action: 'delete' });
  expect(await deletes.judge(await told.scene())).toEqual([]);
});

test('A delete by the engine breaks it', async () => {
  const told = linked();
  told.change({ by: 'engine', side: 'target', id: '8', action: 'delete' });
  expect(await deletes.judge(await told.scene())).toMatchObject([
    { message: 'the engine deleted Globex Contact 8' },
  ]);
});

test('A counterpart made again after its deletion breaks it, and is no mere double', async () => {
  const told = linked();
  told.change({ by: 'user', side: 'target', id: '8', action: 'delete' });
  told.change({
    by: 'engine',
    side: 'target',
    id: '9',
    action: 'create',
    fields: { fullName: name },
  });
  const scene = await told.scene();
  expect(await deletes.judge(scene)).toMatchObject([{ law: 'I9 deletes do not travel' }]);
  expect(await oneCounterpart.judge(scene)).toEqual([]);
});

test('What is said of it names the record whose counterpart is made again', async () => {
  const told = linked();
  told.change({ by: 'user', side: 'target', id: '8', action: 'delete' });
  const fields = { fullName: name };
  told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields });
  const [violation] = await deletes.judge(await told.scene());
  expect(violation?.message).toBe(
    'the counterpart of Acme Customers 1 was made again, as Globex Contact 9, although a user had deleted it',
  );
});

test('A double of a counterpart that is still there is none made again', async () => {
  const told = linked();
  const fields = { fullName: name };
  told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields });
  expect(await deletes.judge(await told.scene())).toEqual([]);
});

test('A source record made of what a deleted one held breaks it, whoever else makes one does not', async () => {
  const told = linked();
  told.change({ by: 'user', side: 'source', id: '1', action: 'delete' });
  told.change({ by: 'user', side: 'source', id: '2', action: 'create', fields: { name } });
  expect(await deletes.judge(await told.scene())).toEqual([]);
  told.change({ by: 'engine', side: 'source', id: '3', fields: { name } });
  expect(await deletes.judge(await told.scene())).toEqual([]);
  told.change({ by: 'engine', side: 'source', id: '4', action: 'create', fields: { name } });
  expect(await deletes.judge(await told.scene())).toEqual([
    {
      law: 'I9 deletes do not travel',
      message:
        'the engine made Acme Customers 4 of what Acme Customers 1 held, which a user had deleted',
    },
  ]);
});

test('A source record made of what one holds that is still there is for others to judge', async () => {
  const told = linked();
  told.change({ by: 'engine', side: 'source', id: '2', action: 'create', fields: { name } });
  expect(await deletes.judge(await told.scene())).toEqual([]);
});

test('A counterpart of what is gone, and what another section makes, is no record that came back', async () => {
  for (const [target, side, entity] of [
    ['Globex Contact', 'target', 'Contact'],
    ['Globex Customers', 'target', 'Customers'],
    ['Globex Contact', 'source', 'Orders'],
  ] as const) {
    const told = testWorld(defaultSettings, [customersSection({ target })]);
    told.change({ ...born, id: '1', fields: { name } });
    told.change({ by: 'user', side: 'source', id: '1', action: 'delete' });
    told.change({ ...made, side, entity, id: '2', fields: { number: name } });
    expect(await deletes.judge(await told.scene()), `${side} ${entity}`).toEqual([]);
  }
});

test('What the engine made and a user deleted at once did not come back', async () => {
  const told = testWorld();
  told.change({ ...made, side: 'source', id: '2', fields: { name } });
  told.change({ by: 'user', side: 'source', id: '2', action: 'delete' });
  expect(await deletes.judge(await told.scene())).toEqual([]);
});

test('Whose counterpart is made again is told of each record by itself', async () => {
  const told = linked();
  const other = 'Alan Turing';
  told.change({ ...born, id: '2', fields: { name: other } });
  told.change({ ...made, id: '9', fields: { fullName: other } });
  told.change({ by: 'user', side: 'target', id: '8', action: 'delete' });
  told.change({ ...made, id: '10', fields: { fullName: other } });
  expect(await deletes.judge(await told.scene())).toEqual([]);
});
