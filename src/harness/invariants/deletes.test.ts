import { expect, test } from 'vitest';
import { testWorld } from '../test-world.ts';
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
