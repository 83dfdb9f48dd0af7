import { expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import type { EngineReport } from '../system-under-test.ts';
import { customersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
import { deletionsTold } from './deletions-told.ts';

const well: EngineReport = { problems: [], conflicts: [] };
const told1: EngineReport = {
  problems: [{ kind: 'broken', reason: 'deleted', record: { side: 'source', id: '1' } }],
  conflicts: [],
};

/** A pair whose source is deleted after a pass, and the passes after it. */
async function judged(reports: readonly EngineReport[], fault?: string) {
  const told: TestWorld = testWorld();
  const name = 'Ada Lovelace';
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name } });
  const fields = { fullName: name };
  told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields });
  await told.scene({ report: well });
  told.change({ by: 'user', side: 'source', id: '1', action: 'delete' });
  let scene = await told.scene();
  for (const report of reports) {
    told.request({ method: 'GET', mutating: false, ...(fault === undefined ? {} : { fault }) });
    scene = await told.scene({ report });
  }
  return deletionsTold.judge(scene);
}

const passes = (count: number): readonly EngineReport[] =>
  Array.from({ length: count }, () => well);

test('A deletion that is not told by the time of the next full listing breaks it', async () => {
  expect(await judged(passes(11))).toEqual([]);
  expect(await judged(passes(12))).toMatchObject([
    {
      message:
        'Acme Customers 1, the partner of Globex Contact 9, was deleted 12 passes ago, and the engine has not said so',
    },
  ]);
});

test('To be told once is enough', async () => {
  expect(await judged([told1, ...passes(11)])).toEqual([]);
});

test('Time in which something fails does not count', async () => {
  expect(await judged(passes(12), 'F8: 404')).toEqual([]);
});

test('It is told in the pass in which it is overdue, and not again', async () => {
  expect(await judged(passes(13))).toEqual([]);
});

test('To be told of another record, or of the other side under the same id, is not enough', async () => {
  const of = (record: EngineReport['problems'][number]['record']): EngineReport => ({
    problems: [{ kind: 'broken', reason: 'deleted', ...(record === undefined ? {} : { record }) }],
    conflicts: [],
  });
  for (const record of [
    undefined,
    { side: 'source', id: '9' },
    { side: 'target', id: '1' },
  ] as const) {
    expect(await judged([of(record), ...passes(11)])).toHaveLength(1);
  }
  expect(await judged([of({ side: 'target', id: '9' }), ...passes(11)])).toEqual([]);
});

test('Who was shown no record before it was deleted, and said that it is gone, has no news', async () => {
  const misled = async (fault?: string) => {
    const told = testWorld();
    const name = 'Ada Lovelace';
    told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name } });
    const fields = { fullName: name };
    told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields });
    await told.scene({ report: well });
    told.request({ method: 'GET', mutating: false, ...(fault === undefined ? {} : { fault }) });
    await told.scene({ report: told1 });
    await told.scene({ report: well });
    told.change({ by: 'user', side: 'source', id: '1', action: 'delete' });
    let scene = await told.scene();
    for (const report of passes(12)) scene = await told.scene({ report });
    return deletionsTold.judge(scene);
  };
  expect(await misled('F8: 404 for want of rights')).toEqual([]);
  expect(await misled()).toHaveLength(1);
});

test('What a pass would have said in which the engine died is known to nobody', async () => {
  expect(await judged([{ ...well, died: true }, ...passes(12)])).toEqual([]);
});

/** A pair that is made in one pass, and what becomes of it before twelve quiet ones. */
async function after(
  befalls: (told: TestWorld) => void,
  { known = true }: { readonly known?: boolean } = {},
) {
  const told = testWorld();
  const name = 'Ada Lovelace';
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name } });
  const fields = { fullName: name };
  told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields });
  if (known) await told.scene({ report: well });
  befalls(told);
  let scene = await told.scene({ report: well });
  for (const report of passes(11)) scene = await told.scene({ report });
  return (await deletionsTold.judge(scene)).map(({ message }) => message);
}

test('The side that is gone is named first', async () => {
  const remove = (told: TestWorld) =>
    told.change({ by: 'user', side: 'target', id: '9', action: 'delete' });
  expect(await after(remove)).toEqual([
    expect.stringMatching(/^Globex Contact 9, the partner of Acme Customers 1, was deleted 12 /),
  ]);
});

test('A pair of which nothing is gone is nothing to tell', async () => {
  const edit = (told: TestWorld) =>
    told.change({ by: 'user', side: 'target', id: '9', fields: { town: 'Oslo' } });
  expect(await after(edit)).toEqual([]);
});

test('What was gone before the engine could learn that it had made it is known to nobody', async () => {
  const remove = (told: TestWorld) =>
    told.change({ by: 'user', side: 'source', id: '1', action: 'delete' });
  expect(await after(remove, { known: false })).toEqual([]);
});

test('Where both are deleted, the passes are counted from the first', async () => {
  const told = testWorld();
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
  told.change({ ...made, id: '9', fields: { fullName: 'Ada Lovelace' } });
  await told.scene({ report: well });
  told.change({ by: 'user', side: 'target', id: '9', action: 'delete' });
  await told.scene({ report: well });
  told.change({ by: 'user', side: 'source', id: '1', action: 'delete' });
  let scene = await told.scene({ report: well });
  for (const report of passes(10)) scene = await told.scene({ report });
  expect((await deletionsTold.judge(scene)).map(({ message }) => message)).toEqual([
    'Acme Customers 1, the partner of Globex Contact 9, was deleted 12 passes ago, and the engine has not said so',
  ]);
});

test('A pass that went well before the counterpart was made tells the engine nothing of it', async () => {
  const told = testWorld();
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
  await told.scene({ report: well });
  told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Oslo' } });
  await told.scene({ report: well });
  told.change({ ...made, id: '9', fields: { fullName: 'Ada Lovelace' } });
  told.change({ by: 'user', side: 'source', id: '1', action: 'delete' });
  let scene = await told.scene({ report: well });
  for (const report of passes(11)) scene = await told.scene({ report });
  expect(await deletionsTold.judge(scene)).toEqual([]);
});

test('Of two that were merged nobody can see whether the engine had linked them', async () => {
  const mergeOn = [{ source: 'name', target: 'fullName', line: 9 }];
  const told = testWorld(defaultSettings, [customersSection({ mergeOn })]);
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
  told.change({ ...made, by: 'user', id: '9', fields: { fullName: 'Ada Lovelace' } });
  await told.scene({ report: well, restingSince: 0 });
  told.change({ by: 'user', side: 'source', id: '1', action: 'delete' });
  let scene = await told.scene({ report: well });
  for (const report of passes(11)) scene = await told.scene({ report });
  expect(scene.pairings[0]?.pairs).toHaveLength(1);
  expect(await deletionsTold.judge(scene)).toEqual([]);
});
