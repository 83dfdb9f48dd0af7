import { expect, test } from 'vitest';
import { made, testWorld } from '../test-world.ts';
import { linesKept } from './lines-kept.ts';

const line = (id: string, text: string): string => JSON.stringify({ id, text });
const fresh = (text: string): string => JSON.stringify({ text });

function rewritten(after: readonly string[]) {
  const told = testWorld();
  const town = [line('1', 'a'), line('2', 'b')];
  told.change({ by: 'user', side: 'target', id: '9', action: 'create', fields: { town } });
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: after } });
  return told.scene().then(linesKept.judge);
}

test('Lines that are edited, added, removed and put in another order under their ids are kept', async () => {
  expect(await rewritten([line('2', 'b'), line('1', 'A'), fresh('c')])).toEqual([]);
  expect(await rewritten([line('2', 'b')])).toEqual([]);
  expect(await rewritten([line('1', 'a'), fresh('c'), fresh('d')])).toEqual([]);
});

test.each([
  ['as a new line', [line('1', 'A'), fresh('b')]],
  ['under another line’s id', [line('1', 'b')]],
  ['twice', [line('1', 'a'), line('1', 'a'), line('2', 'b')]],
])('A line that comes %s breaks it', async (_, after) => {
  expect(await rewritten(after)).toMatchObject([{ law: 'I7 lines are made once' }]);
});

test('It is told which line of which record was made again', async () => {
  expect(await rewritten([line('1', 'a'), fresh('b')])).toEqual([
    {
      law: 'I7 lines are made once',
      message:
        'the engine made line 2 of town of Globex Contact 9 a second time, or another line of it',
      found: '[["text","b"]]',
    },
  ]);
});

test('Two lines that say the same may stay as they are', async () => {
  const told = testWorld();
  const town = [line('1', 'a'), line('2', 'a')];
  told.change({ ...made, by: 'user', id: '9', fields: { town } });
  const longer = [...town, line('3', 'c')];
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: longer } });
  expect(await linesKept.judge(await told.scene())).toEqual([]);
});

test('What people do with their lines, and how a record begins, is not judged', async () => {
  const told = testWorld();
  const twice = [line('1', 'a'), line('1', 'a')];
  told.change({ ...made, id: '9', fields: { town: twice } });
  told.change({ by: 'user', side: 'target', id: '9', fields: { town: [fresh('a')] } });
  expect(await linesKept.judge(await told.scene())).toEqual([]);
});
