import { expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import { customersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
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
    {
      message:
        'the engine died after Acme Customers 1 had changed, and has not carried it over since it was started anew',
    },
  ]);
});

test('What is missing without a death is no matter of restarts', async () => {
  const scene = await withOne().scene({ restingSince: 0 });
  expect(await restartEquivalence.judge(scene)).toEqual([]);
});

test('Any start between the two counts, and one that came with the second does not', async () => {
  for (const [starts, violations] of [
    [[], 0],
    [[1, 2], 1],
    [[2, 4], 1],
    [[1, 3], 0],
  ] as const) {
    const told = withOne();
    make(told, '8');
    make(told, '9');
    const broken = await restartEquivalence.judge(await told.scene({ starts }));
    expect(broken, `${starts}`).toHaveLength(violations);
  }
});

/** A pair whose city is edited, a pass in which the engine dies, and another pass before it rests. */
async function diedOverEdit(tell: (told: TestWorld) => void = () => undefined) {
  const told = withOne();
  make(told, '9');
  await told.scene({ report: { problems: [], conflicts: [] } });
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Oslo' } });
  await told.scene({ report: died });
  tell(told);
  await told.scene({ report: { problems: [], conflicts: [] } });
  const scene = await told.scene({ restingSince: told.world.ledger.entries.length, starts: [1] });
  return (await restartEquivalence.judge(scene)).map(({ message }) => message);
}

test('What an edit should have said is told by its property', async () => {
  expect(await diedOverEdit()).toEqual([
    'the engine died after Acme Customers 1 had changed, and has not carried its city over since it was started anew',
  ]);
});

test('Where something failed after the death, the death need not be to blame', async () => {
  expect(await diedOverEdit((told) => told.request({ status: 503 }))).toEqual([]);
});

test('A death before the change has nothing to do with it', async () => {
  const told = withOne();
  make(told, '9');
  await told.scene({ report: died });
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Oslo' } });
  told.request({ method: 'GET', mutating: false });
  const scene = await told.scene({ restingSince: told.world.ledger.entries.length, starts: [2] });
  expect(await restartEquivalence.judge(scene)).toEqual([]);
});

test('Where a merge had linked the record, a counterpart that is made is a double, whoever began anew', async () => {
  const mergeOn = [{ source: 'name', target: 'fullName', line: 9 }];
  const told = testWorld(defaultSettings, [customersSection({ mergeOn })]);
  told.change({ ...born, id: '1', fields: { name } });
  told.change({ ...made, by: 'user', id: '8', fields: { fullName: name } });
  await told.scene({ restingSince: 2 });
  make(told, '9');
  const scene = await told.scene({ starts: [2] });
  expect(await restartEquivalence.judge(scene)).toEqual([]);
  expect(await oneCounterpart.judge(scene)).toHaveLength(1);
});

test('A start counts between the counterparts of one record, not of two', async () => {
  const told = withOne();
  make(told, '8');
  told.change({ ...born, id: '2', fields: { name: 'Alan Turing' } });
  told.change({ ...made, id: '9', fields: { fullName: 'Alan Turing' } });
  told.change({ ...made, id: '10', fields: { fullName: 'Alan Turing' } });
  const scene = await told.scene({ starts: [3] });
  expect(await restartEquivalence.judge(scene)).toEqual([]);
});

test('A pass that failed before the death has nothing to do with it, and the one that died may have', async () => {
  const told = withOne();
  make(told, '9');
  told.request({ status: 503 });
  await told.scene({ report: { problems: [], conflicts: [] } });
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Oslo' } });
  told.request({ status: 503 });
  await told.scene({ report: died });
  const scene = await told.scene({ restingSince: told.world.ledger.entries.length, starts: [5] });
  expect(await restartEquivalence.judge(scene)).toHaveLength(1);
});

test('What is missing for another reason than a death is told by others', async () => {
  const told = withOne();
  const report = { problems: [], conflicts: [] };
  await told.scene({ report });
  const scene = await told.scene({ report, restingSince: told.world.ledger.entries.length });
  expect(await restartEquivalence.judge(scene)).toEqual([]);
});
