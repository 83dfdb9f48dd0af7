import { expect, test } from 'vitest';
import { testWorld } from '../test-world.ts';
import { noneForgotten } from './none-forgotten.ts';
import { oneCounterpart } from './one-counterpart.ts';

const name = 'Ada Lovelace';

function withOne() {
  const told = testWorld();
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name } });
  return told;
}

test('One counterpart is right', async () => {
  const told = withOne();
  told.change({
    by: 'engine',
    side: 'target',
    id: '8',
    action: 'create',
    fields: { fullName: name },
  });
  const scene = await told.scene({ restingSince: 0 });
  expect(await oneCounterpart.judge(scene)).toEqual([]);
  expect(await noneForgotten.judge(scene)).toEqual([]);
});

test('A second counterpart for one record breaks it', async () => {
  const told = withOne();
  for (const id of ['8', '9']) {
    told.change({ by: 'engine', side: 'target', id, action: 'create', fields: { fullName: name } });
  }
  expect(await oneCounterpart.judge(await told.scene())).toMatchObject([
    { message: 'Acme Customers 1 was given a second counterpart, Globex Contact 9' },
  ]);
});

test('A record made for nothing breaks it', async () => {
  const told = testWorld();
  const fields = { fullName: 'Nobody at all' };
  told.change({ by: 'engine', side: 'target', id: '8', action: 'create', fields });
  expect(await oneCounterpart.judge(await told.scene())).toMatchObject([
    { message: expect.stringContaining('no source record explains') },
  ]);
});

test('A record without a counterpart is forgotten only once the engine is at rest', async () => {
  const told = withOne();
  expect(await noneForgotten.judge(await told.scene())).toEqual([]);
  expect(await noneForgotten.judge(await told.scene({ restingSince: 0 }))).toHaveLength(1);
});

test('A record that was deleted, or that the engine reports, is not forgotten', async () => {
  const told = withOne();
  const problem = { kind: 'refused', reason: 'no', record: { side: 'source', id: '1' } } as const;
  const report = { problems: [problem], conflicts: [] };
  expect(await noneForgotten.judge(await told.scene({ restingSince: 0, report }))).toEqual([]);
  told.change({ by: 'user', side: 'source', id: '1', action: 'delete' });
  expect(await noneForgotten.judge(await told.scene({ restingSince: 0 }))).toEqual([]);
});

test('A report does not excuse for ever where nothing stood in the way', async () => {
  const told = withOne();
  const problem = { kind: 'failed', reason: 'no', record: { side: 'source', id: '1' } } as const;
  const report = { problems: [problem], conflicts: [] };
  const passes = told.world.settings.quietCycles;
  for (let pass = 0; pass < passes; pass += 1) await told.scene({ report });
  expect(await noneForgotten.judge(await told.scene({ report, restingSince: 0 }))).toHaveLength(1);
});

test('A request that went wrong excuses until everything has been listed once more', async () => {
  for (const [passes, forgotten] of [
    [12, 0],
    [13, 1],
  ] as const) {
    const told = withOne();
    const problem = { kind: 'failed', reason: 'no', record: { side: 'source', id: '1' } } as const;
    const report = { problems: [problem], conflicts: [] };
    told.request({ status: 503 });
    await told.scene({ report });
    for (let pass = 1; pass < passes; pass += 1) await told.scene({ report });
    const scene = await told.scene({ report, restingSince: 9 });
    expect(await noneForgotten.judge(scene)).toHaveLength(forgotten);
  }
});
