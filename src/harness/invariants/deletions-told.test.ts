import { expect, test } from 'vitest';
import type { EngineReport } from '../system-under-test.ts';
import { type TestWorld, testWorld } from '../test-world.ts';
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
