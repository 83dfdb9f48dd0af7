import { expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import type { EngineReport } from '../system-under-test.ts';
import { customersSection, ordersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
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

test('A problem without a reason is told by its kind', async () => {
  const scene = await testWorld().scene({ report: about('1', '') });
  expect(await honestStatus.judge(scene)).toEqual([
    {
      law: 'I12 honest status',
      message: 'the engine reports a problem ("refused") without a reason',
    },
  ]);
});

test('Before anything was said, and where there is nothing to keep in sync, nothing is untrue', async () => {
  expect(await honestStatus.judge(await linkedWith('Oslo').scene())).toEqual([]);
  expect(await honestStatus.judge(await testWorld().scene({ report: well }))).toEqual([]);
});

test('One request is enough to have looked, and one section with records to have something to look at', async () => {
  const pass = async (requests: number) => {
    const told = testWorld(defaultSettings, [customersSection(), ordersSection()]);
    told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
    told.change({ ...made, id: '9', fields: { fullName: 'Ada Lovelace' } });
    for (let i = 0; i < requests; i += 1) told.request({ method: 'GET', mutating: false });
    return honestStatus.judge(await told.scene({ report: well }));
  };
  expect(await pass(0)).toHaveLength(1);
  expect(await pass(1)).toEqual([]);
});

test('Before it is at rest a problem about a pair that agrees may be true', async () => {
  const scene = await linkedWith('Trondheim').scene({ report: about('1') });
  expect(await honestStatus.judge(scene)).toEqual([]);
});

test('A problem about no record, an unknown one, or one without a counterpart may be true at rest', async () => {
  const told = linkedWith('Trondheim');
  told.change({ ...born, id: '2', fields: { name: 'Alan Turing' } });
  const reports = [{ ...well, problems: [{ kind: 'memory', reason: 'damaged' }] }];
  for (const report of [...reports, about('7'), about('2')]) {
    expect(await honestStatus.judge(await told.scene({ report, restingSince: 0 }))).toEqual([]);
  }
});

test('Of two pairs the one is meant that is reported', async () => {
  const told = linkedWith('Trondheim');
  told.change({ ...born, id: '2', fields: { name: 'Alan Turing' } });
  told.change({ ...made, id: '8', fields: { fullName: 'Alan Turing', town: 'Moss' } });
  const scene = await told.scene({ report: about('2'), restingSince: 0 });
  expect(await honestStatus.judge(scene)).toEqual([]);
});

/** At rest customer 1 is reported; with its own pair, which agrees, and an order that has the same id. */
async function withOrder(befall: (told: TestWorld) => void) {
  const told = testWorld(defaultSettings, [ordersSection(), customersSection()]);
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
  told.change({ ...made, id: '9', fields: { fullName: 'Ada Lovelace' } });
  befall(told);
  const scene = await told.scene({ report: about('1'), restingSince: 0 });
  return (await honestStatus.judge(scene)).length;
}

test('A report without an entity is untrue where all that it may mean is as it should be', async () => {
  const order = { entity: 'Orders', id: '1' } as const;
  const sell = (told: TestWorld, code: string) => {
    told.change({ ...born, ...order, fields: { number: 'A-1000' } });
    told.change({ ...made, entity: 'Sale', id: '8', fields: { code: 'A-1000' } });
    told.change({ by: 'user', side: 'target', entity: 'Sale', id: '8', fields: { code } });
  };
  expect(await withOrder(() => undefined), 'there is no such order').toBe(1);
  expect(await withOrder((told) => sell(told, 'A-1000'))).toBe(1);
  expect(await withOrder((told) => sell(told, 'A-1001'))).toBe(0);
  const gone = (told: TestWorld) => {
    sell(told, 'A-1001');
    told.change({ by: 'user', side: 'source', ...order, action: 'delete' });
  };
  expect(await withOrder(gone), 'the order is gone').toBe(1);
  const unsold = (told: TestWorld) => {
    sell(told, 'A-1000');
    told.change({ by: 'user', side: 'target', entity: 'Sale', id: '8', action: 'delete' });
  };
  expect(await withOrder(unsold), 'its sale is gone').toBe(0);
});

test('A refused write to a record that somebody edits meanwhile is settled where both say the same then', async () => {
  const silence = async (town: string, by: 'user' | 'server') => {
    const told = linkedWith('Oslo');
    await told.scene({ report: about('1') });
    told.request({ status: 422, refused: true });
    told.change({ by, side: 'target', id: '9', fields: { town } });
    return honestStatus.judge(await told.scene({ report: well }));
  };
  expect(await silence('Trondheim', 'user')).toEqual([]);
  expect(await silence('Trondheim', 'server')).toHaveLength(1);
  expect(await silence('Bergen', 'user')).toHaveLength(1);
});

test('A refused write is settled by the id in its body where its path names none', async () => {
  const told = linkedWith('Trondheim');
  await told.scene({ report: about('1') });
  const write = { method: 'POST', url: '/customer/12/contact/', status: 200, refused: true };
  told.request({ ...write, request: '{"town":"","id":9}' });
  told.change({ by: 'user', side: 'target', id: '9', fields: { phone: '7' } });
  expect(await honestStatus.judge(await told.scene({ report: well }))).toEqual([]);
  told.request({ ...write, request: '{"town":"","id":8}' });
  told.change({ by: 'user', side: 'target', id: '9', fields: { phone: '8' } });
  expect(await honestStatus.judge(await told.scene({ report: well }))).toHaveLength(1);
});

test('An edit of a namesake settles nothing', async () => {
  const told = linkedWith('Trondheim');
  await told.scene({ report: about('1') });
  told.request({ status: 422, refused: true });
  told.change({ by: 'user', side: 'target', entity: 'Sale', id: '9', fields: { town: 'Oslo' } });
  expect(await honestStatus.judge(await told.scene({ report: well }))).toHaveLength(1);
});
