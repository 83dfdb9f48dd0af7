import { expect, test } from 'vitest';
import { testWorld } from '../test-world.ts';
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
});

test.each([
  ['as a new line', [line('1', 'A'), fresh('b')]],
  ['under another line’s id', [line('1', 'b')]],
  ['twice', [line('1', 'a'), line('1', 'a'), line('2', 'b')]],
])('A line that comes %s breaks it', async (_, after) => {
  expect(await rewritten(after)).toMatchObject([{ law: 'I7 lines are made once' }]);
});
