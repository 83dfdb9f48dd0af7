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
