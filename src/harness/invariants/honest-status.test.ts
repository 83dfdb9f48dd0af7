import { expect, test } from 'vitest';
import type { EngineReport } from '../system-under-test.ts';
import { testWorld } from '../test-world.ts';
import { honestStatus } from './honest-status.ts';

const well: EngineReport = { problems: [], conflicts: [] };

function about(id: string, reason = 'no'): EngineReport {
  return { problems: [{ kind: 'refused', reason, record: { side: 'source', id } }], conflicts: [] };
}

test('A write that came to nothing in a pass that is said to be all right breaks it', async () => {
  const told = testWorld();
  told.request({ status: 503 });
  expect(await honestStatus.judge(await told.scene({ report: well }))).toMatchObject([
    { message: expect.stringContaining('request 1, PATCH /contact/9 to Globex came to nothing') },
  ]);
});

test('Where the engine says that something is open, or died before it could, it holds', async () => {
  for (const report of [about('1'), { ...well, died: true } as const]) {
    const told = testWorld();
    told.request({ status: 503 });
    expect(await honestStatus.judge(await told.scene({ report }))).toEqual([]);
  }
});

test('What was made good in the same pass need not be told', async () => {
  const told = testWorld();
  told.request({ status: 503 });
  told.request();
  expect(await honestStatus.judge(await told.scene({ report: well }))).toEqual([]);
});

test('A problem without a reason breaks it', async () => {
  expect(
    await honestStatus.judge(await testWorld().scene({ report: about('1', ' ') })),
  ).toHaveLength(1);
});

function linkedWith(town: string) {
  const told = testWorld();
  const city = 'Trondheim';
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { city } });
  told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields: { town: city } });
  told.change({ by: 'user', side: 'target', id: '9', fields: { town } });
  return told;
}

test('At rest a problem about a pair that agrees breaks it', async () => {
  const scene = await linkedWith('Trondheim').scene({ report: about('1'), restingSince: 0 });
  expect(await honestStatus.judge(scene)).toMatchObject([
    { message: 'the engine reports Acme Customers 1 ("refused"), and nothing is wrong with it' },
  ]);
});

test('At rest a problem about another entity’s record with the same id says nothing of the pair', async () => {
  const record = { side: 'source', entity: 'Orders', id: '1' } as const;
  const report = { problems: [{ kind: 'refused', reason: 'no', record }], conflicts: [] };
  const scene = await linkedWith('Trondheim').scene({ report, restingSince: 0 });
  expect(await honestStatus.judge(scene)).toEqual([]);
});

test('At rest a problem about a pair that differs is right', async () => {
  const scene = await linkedWith('Oslo').scene({ report: about('1'), restingSince: 0 });
  expect(await honestStatus.judge(scene)).toEqual([]);
});

test('A pass without a single request is not all right where records are linked, unless the engine says why', async () => {
  const pass = async (report: EngineReport) =>
    honestStatus.judge(await linkedWith('Oslo').scene({ report }));
  expect(await pass(well)).toMatchObject([
    { message: expect.stringContaining('asked nothing of either system') },
  ]);
  const memory = { kind: 'memory', reason: 'It is damaged.' };
  expect(await pass({ ...well, problems: [memory] })).toEqual([]);
});
