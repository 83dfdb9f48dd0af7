import { expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import type { EngineReport, ReportedRecord } from '../system-under-test.ts';
import { customersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
import type { Hiding } from '../watching/hiding.ts';
import type { Moment } from '../watching/scene.ts';
import { disappearancesTold } from './disappearances-told.ts';

const { sweepEvery } = defaultSettings;
const well: EngineReport = { problems: [], conflicts: [] };

/** A pair, after a pass in which nothing was wrong. */
async function linked(first: Partial<Moment> = {}): Promise<TestWorld> {
  const told = testWorld();
  told.change({ ...born, id: '1', fields: { city: 'Trondheim' } });
  told.change({ ...made, id: '9', fields: { town: 'Trondheim' } });
  await told.scene({ report: well, ...first });
  return told;
}

function said(record?: ReportedRecord): EngineReport {
  const problem = { kind: 'read', reason: 'it is not there' };
  return { ...well, problems: [record === undefined ? problem : { ...problem, record }] };
}

/** What is broken in the last of so many passes in which the source record 1, or the target 9, is hidden. */
async function brokenAfter(
  passes: number,
  told: TestWorld,
  {
    side = 'source',
    reports = [],
    ...other
  }: Partial<Pick<Hiding, 'side' | 'entity' | 'ids'>> & { reports?: readonly EngineReport[] } = {},
) {
  const [entity, id] = side === 'source' ? ['Customers', '1'] : ['Contact', '9'];
  const since = told.world.ledger.entries.length;
  const hiding: Hiding = { side, entity, ids: [id, '77'], since, ...other };
  for (let pass = 0; pass < passes - 1; pass += 1) {
    told.request({ mutating: false });
    await told.scene({ hiding, report: reports[pass] ?? well });
  }
  told.request({ mutating: false });
  return disappearancesTold.judge(
    await told.scene({ hiding, report: reports[passes - 1] ?? well }),
  );
}

test('a record that is shown no more is told by the time at which everything has been listed once', async () => {
  for (const [side, name] of [
    ['source', 'Acme Customers 1'],
    ['target', 'Globex Contact 9'],
  ] as const) {
    expect(await brokenAfter(sweepEvery, await linked(), { side })).toEqual([
      {
        law: 'I12 disappearances are told',
        message: `${name} has been shown to the engine no more for 12 passes, and it says nothing of it`,
      },
    ]);
  }
  expect(await brokenAfter(sweepEvery - 1, await linked())).toEqual([]);
  expect(await brokenAfter(sweepEvery + 1, await linked()), 'is old news').toEqual([]);
});

test('the engine may name either record, or say it of all that is gone, and not of another one', async () => {
  const after = async (record?: ReportedRecord) =>
    brokenAfter(sweepEvery, await linked(), { reports: [well, said(record)] });
  expect(await after()).toEqual([]);
  expect(await after({ side: 'source', id: '1' })).toEqual([]);
  expect(await after({ side: 'target', entity: 'Contact', id: '9' })).toEqual([]);
  expect(await after({ side: 'target', entity: 'Sale', id: '9' })).toHaveLength(1);
  expect(await after({ side: 'source', id: '2' })).toHaveLength(1);
});

test('what was said before of no one record tells nothing of it', async () => {
  expect(await brokenAfter(sweepEvery, await linked({ report: said() }))).toHaveLength(1);
});

test('nobody is asked while something fails, or after a death', async () => {
  const told = await linked();
  told.request({ mutating: false, status: 503 });
  const since = told.world.ledger.entries.length - 1;
  const hiding = { side: 'source', entity: 'Customers', ids: ['1'], since } as const;
  for (let pass = 1; pass < sweepEvery; pass += 1) await told.scene({ hiding, report: well });
  expect(await disappearancesTold.judge(await told.scene({ hiding, report: well }))).toEqual([]);
  const reports = [{ ...well, died: true } as const];
  expect(await brokenAfter(sweepEvery, await linked(), { reports })).toEqual([]);
});

test('a pair of which one is deleted, and one that no pass has shown to be linked, are no such news', async () => {
  const deleted = await linked();
  deleted.change({ by: 'user', side: 'target', id: '9', action: 'delete' });
  expect(await brokenAfter(sweepEvery, deleted)).toEqual([]);
  const unseen = await linked({ report: { ...well, died: true } });
  expect(await brokenAfter(sweepEvery, unseen)).toEqual([]);
});

test('a pass before the counterpart was made shows no link, and one before a later write does', async () => {
  const early = testWorld();
  early.change({ ...born, id: '1', fields: { city: 'Trondheim' } });
  await early.scene({ report: well });
  early.change({ ...made, id: '9', fields: { town: 'Trondheim' } });
  await early.scene({ report: { ...well, died: true } });
  expect(await brokenAfter(sweepEvery, early)).toEqual([]);
  const late = await linked();
  late.change({ by: 'engine', side: 'source', id: '1', fields: { name: 'Ada' } });
  await late.scene({ report: { ...well, died: true } });
  expect(await brokenAfter(sweepEvery, late)).toHaveLength(1);
});

test('of a pair that people made, nobody can see whether it is linked', async () => {
  const mergeOn = [{ source: 'city', target: 'town', line: 2 }];
  const told = testWorld(defaultSettings, [customersSection({ mergeOn })]);
  told.change({ ...born, id: '1', fields: { city: 'Trondheim' } });
  told.change({ ...born, side: 'target', id: '9', fields: { town: 'Trondheim' } });
  const scene = await told.scene({ report: well, restingSince: 2 });
  expect(scene.pairings.flatMap(({ pairs }) => pairs)).toHaveLength(1);
  expect(await brokenAfter(sweepEvery, told)).toEqual([]);
});

test('where many disappear one of them is news enough', async () => {
  const told = await linked();
  told.change({ ...born, id: '2', fields: { city: 'Bergen' } });
  told.change({ ...made, id: '10', fields: { town: 'Bergen' } });
  await told.scene({ report: well });
  expect(await brokenAfter(sweepEvery, told, { ids: ['1', '2'] })).toHaveLength(1);
});

test('what is not hidden is not asked for', async () => {
  const told = await linked();
  const scene = await told.scene({ report: well });
  expect(await disappearancesTold.judge(scene)).toEqual([]);
  expect(await brokenAfter(sweepEvery, await linked(), { ids: ['2'] })).toEqual([]);
  expect(await brokenAfter(sweepEvery, await linked(), { entity: 'Sale' })).toEqual([]);
});
