import { expect, test } from 'vitest';
import { type TestWorld, testWorld } from '../test-world.ts';
import { oneCounterpart } from './one-counterpart.ts';
import { restartEquivalence } from './restart-equivalence.ts';

const name = 'Ada Lovelace';
const died = { problems: [], conflicts: [], died: true } as const;

function withOne(): TestWorld {
  const told = testWorld();
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name } });
  return told;
}

function make(told: TestWorld, id: string): void {
  const fields = { fullName: name };
  told.change({ by: 'engine', side: 'target', id, action: 'create', fields });
}

test('A counterpart made again after a restart breaks it, and is no mere double', async () => {
  const told = withOne();
  make(told, '8');
  make(told, '9');
  const scene = await told.scene({ starts: [2] });
  expect(await restartEquivalence.judge(scene)).toMatchObject([
    {
      message:
        'after it was started anew the engine made Globex Contact 9 for Acme Customers 1, which had one',
    },
  ]);
  expect(await oneCounterpart.judge(scene)).toEqual([]);
});

test('Two made in one life are a double', async () => {
  const told = withOne();
  make(told, '8');
  make(told, '9');
  const scene = await told.scene({ starts: [1] });
  expect(await restartEquivalence.judge(scene)).toEqual([]);
  expect(await oneCounterpart.judge(scene)).toHaveLength(1);
});

test('What was changed when the engine died, and never arrives, breaks it', async () => {
  const told = withOne();
  await told.scene({ report: died });
  const scene = await told.scene({ restingSince: told.world.ledger.entries.length, starts: [1] });
  expect(await restartEquivalence.judge(scene)).toMatchObject([
    { message: expect.stringContaining('the engine died after Acme Customers 1 had changed') },
  ]);
});

test('What is missing without a death is no matter of restarts', async () => {
  const scene = await withOne().scene({ restingSince: 0 });
  expect(await restartEquivalence.judge(scene)).toEqual([]);
});
