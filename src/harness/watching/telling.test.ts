import { expect, test } from 'vitest';
import type { RequestEntry } from '../../evidence/ledger.ts';
import type { EngineReport } from '../system-under-test.ts';
import { testWorld } from '../test-world.ts';
import { isCalm } from './telling.ts';

test('A fault makes a pass doubtful; that a record was merged into another one is no fault', async () => {
  const calm = async (fault: string) => {
    const told = testWorld();
    told.request({ fault });
    const { told: passes } = await told.scene({ report: { problems: [], conflicts: [] } });
    return passes.map(isCalm);
  };
  expect(await calm('F1: an older state')).toEqual([false]);
  expect(await calm('F17: Customers 2 is now 1 (alias)')).toEqual([true]);
  expect(await calm('F17: Customers 2 is now 1 (alias); F1: read 5 ms behind')).toEqual([false]);
});

test('What failed, or a death, makes a pass doubtful without any fault', async () => {
  const passes = async (request: Partial<RequestEntry>, report: Partial<EngineReport> = {}) => {
    const told = testWorld();
    told.request(request);
    const well = { problems: [], conflicts: [] };
    return (await told.scene({ report: { ...well, ...report } })).told.map(isCalm);
  };
  expect(await passes({})).toEqual([true]);
  expect(await passes({ status: 503 })).toEqual([false]);
  expect(await passes({}, { died: true })).toEqual([false]);
});

test('A pass is remembered with what it changed, since the one before, and how long the ledger was', async () => {
  const told = testWorld();
  const report = { problems: [], conflicts: [] };
  for (const city of ['Oslo', 'Bergen']) {
    told.change({ by: 'user', side: 'source', id: '1', fields: { city } });
  }
  told.request();
  await told.scene({ report });
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Oslo' } });
  await told.scene();
  expect((await told.scene({ report })).told).toMatchObject([
    { upTo: 3, changes: 2, struck: false },
    { upTo: 4, changes: 0, struck: false },
  ]);
});
