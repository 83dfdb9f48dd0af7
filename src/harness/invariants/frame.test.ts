import { expect, test } from 'vitest';
import { testWorld } from '../test-world.ts';
import { frame } from './frame.ts';

const name = 'Ada Lovelace';

function linked() {
  const told = testWorld();
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name } });
  told.change({
    by: 'engine',
    side: 'target',
    id: '9',
    action: 'create',
    fields: { fullName: name },
  });
  return told;
}

test('The engine may write a mapped property of a counterpart', async () => {
  const told = linked();
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Oslo' } });
  expect(await frame.judge(await told.scene())).toEqual([]);
});

test('A user may write whatever there is', async () => {
  const told = linked();
  told.change({ by: 'user', side: 'target', id: '9', fields: { remark: 'mine' } });
  expect(await frame.judge(await told.scene())).toEqual([]);
});

test('A property that the document does not map breaks it, on either side', async () => {
  for (const [side, id] of [
    ['source', '1'],
    ['target', '9'],
  ] as const) {
    const told = linked();
    told.change({ by: 'engine', side, id, fields: { remark: 'gone' } });
    expect(await frame.judge(await told.scene())).toMatchObject([
      { law: 'I6 frame', message: expect.stringContaining('remark') },
    ]);
  }
});

test("A record that is nobody's counterpart breaks it, also in a mapped property", async () => {
  const told = linked();
  told.change({
    by: 'user',
    side: 'target',
    id: '7',
    action: 'create',
    fields: { town: 'Bergen' },
  });
  told.change({ by: 'engine', side: 'target', id: '7', fields: { town: 'Oslo' } });
  expect(await frame.judge(await told.scene())).toMatchObject([
    { message: "the engine changed Globex Contact 7, which is nobody's counterpart" },
  ]);
});

test('A record made on the source side breaks it', async () => {
  const told = linked();
  told.change({ by: 'engine', side: 'source', id: '2', action: 'create', fields: { name } });
  expect(await frame.judge(await told.scene())).toHaveLength(1);
});
