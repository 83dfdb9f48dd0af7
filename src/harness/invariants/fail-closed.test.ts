import { expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import { customersSection, ordersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
import { failClosed } from './fail-closed.ts';

const name = 'Ada Lovelace';
const open = { problems: [{ kind: 'read', reason: 'it failed' }], conflicts: [] };
const failedRead = { method: 'GET', url: '/customers', mutating: false, status: 503 } as const;

test('A counterpart made twice after a read that failed in the same pass breaks it', async () => {
  const told = testWorld();
  const fields = { fullName: name };
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name } });
  told.change({ by: 'engine', side: 'target', id: '8', action: 'create', fields });
  await told.scene({ report: open });
  told.request(failedRead);
  told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields });
  expect(await failClosed.judge(await told.scene({ report: open }))).toMatchObject([
    {
      law: 'I10 fail closed',
      message:
        'the engine made Globex Contact 9 in a pass in which request 3, GET /customers to Globex had failed, or had not shown all',
    },
  ]);
});

test('A deletion after a read that failed breaks it, one before it does not', async () => {
  const told = testWorld();
  told.change({ by: 'user', side: 'target', id: '8', action: 'create', fields: {} });
  told.change({ by: 'user', side: 'target', id: '9', action: 'create', fields: {} });
  told.change({ by: 'engine', side: 'target', id: '8', action: 'delete' });
  told.request(failedRead);
  told.change({ by: 'engine', side: 'target', id: '9', action: 'delete' });
  const violations = await failClosed.judge(await told.scene({ report: open }));
  expect(violations).toMatchObject([{ message: expect.stringContaining('Contact 9') }]);
});

test('A change that a failed read would have shown and that never arrives breaks it', async () => {
  const told = testWorld();
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name } });
  told.request(failedRead);
  await told.scene({ report: open });
  const report = { problems: [], conflicts: [] };
  const scene = await told.scene({ report, restingSince: 9 });
  expect(await failClosed.judge(scene)).toMatchObject([
    {
      message:
        'Acme Customers 1 is not carried over, and request 2, GET /customers to Globex failed',
    },
  ]);
});

test('Where a write failed as well, the read need not be to blame', async () => {
  const told = testWorld();
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name } });
  told.request(failedRead);
  told.request({ status: 503 });
  await told.scene({ report: open });
  const scene = await told.scene({ report: { problems: [], conflicts: [] }, restingSince: 9 });
  expect(await failClosed.judge(scene)).toEqual([]);
});

test('A deletion after a list that was cut short without a word breaks it', async () => {
  const told = testWorld();
  told.change({ by: 'user', side: 'target', id: '9', action: 'create', fields: {} });
  const list = { method: 'GET', url: '/customers', mutating: false } as const;
  told.request({ ...list, fault: 'F9: page shape cut 2' });
  told.change({ by: 'engine', side: 'target', id: '9', action: 'delete' });
  expect(await failClosed.judge(await told.scene({ report: open }))).toHaveLength(1);
});

test('After a read that failed the engine may still make what nobody has, and carry what it knows', async () => {
  const told = testWorld();
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name } });
  told.request(failedRead);
  const fields = { fullName: name };
  told.change({ by: 'engine', side: 'target', id: '8', action: 'create', fields });
  told.change({ by: 'engine', side: 'target', id: '8', fields: { town: 'Oslo' } });
  told.change({ by: 'engine', side: 'source', id: '9', action: 'create', fields: {} });
  expect(await failClosed.judge(await told.scene({ report: open }))).toEqual([]);
});

test('What a user doubles or deletes after it is none of its doing', async () => {
  const told = testWorld();
  told.change({ by: 'user', side: 'target', id: '8', action: 'create', fields: {} });
  told.request(failedRead);
  told.change({ by: 'user', side: 'target', id: '8', action: 'delete' });
  expect(await failClosed.judge(await told.scene({ report: open }))).toEqual([]);
});

test('Without a read that failed it has nothing to say', async () => {
  const told = testWorld();
  told.change({ by: 'user', side: 'target', id: '8', action: 'create', fields: {} });
  told.request({ ...failedRead, status: 200 });
  told.change({ by: 'engine', side: 'target', id: '8', action: 'delete' });
  expect(await failClosed.judge(await told.scene({ report: open }))).toEqual([]);
});

test('What is deleted is told as deleted', async () => {
  const told = testWorld();
  told.change({ by: 'user', side: 'target', id: '8', action: 'create', fields: {} });
  told.request(failedRead);
  told.change({ by: 'engine', side: 'target', id: '8', action: 'delete' });
  const [violation] = await failClosed.judge(await told.scene({ report: open }));
  expect(violation?.message).toMatch(/^the engine deleted Globex Contact 8 in a pass/);
});

test('A read that failed before the change was made is not to blame for it', async () => {
  const told = testWorld();
  told.request(failedRead);
  await told.scene({ report: open });
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name } });
  told.request({ ...failedRead, status: 200 });
  const scene = await told.scene({ report: { problems: [], conflicts: [] }, restingSince: 9 });
  expect(await failClosed.judge(scene)).toEqual([]);
});

test('A value that a failed read would have shown is told by its property', async () => {
  const told = testWorld();
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name } });
  const fields = { fullName: name };
  told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields });
  await told.scene({ report: { problems: [], conflicts: [] } });
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Oslo' } });
  told.request(failedRead);
  await told.scene({ report: open });
  const scene = await told.scene({ report: { problems: [], conflicts: [] }, restingSince: 9 });
  expect((await failClosed.judge(scene)).map(({ message }) => message)).toEqual([
    'what city of Acme Customers 1 should say is not carried over, and request 4, GET /customers to Globex failed',
  ]);
});

/** Record 1 has the contact 8; then, once with and once before a read that failed, the contact 9 as well. */
async function doubled(when: 'before' | 'after'): Promise<TestWorld> {
  const told = testWorld(defaultSettings, [ordersSection(), customersSection()]);
  told.change({ ...born, id: '1', fields: { name } });
  told.change({ ...made, id: '8', fields: { fullName: name } });
  if (when === 'before') told.change({ ...made, id: '9', fields: { fullName: name } });
  await told.scene({ report: open });
  told.request(failedRead);
  if (when === 'after') told.change({ ...made, id: '9', fields: { fullName: name } });
  return told;
}

test('One section of several in which a counterpart was made twice is enough', async () => {
  const scene = await (await doubled('after')).scene({ report: open });
  expect(await failClosed.judge(scene)).toHaveLength(1);
});

test('What is made rightly, or changed, is no second counterpart, whatever had been made twice before', async () => {
  const told = await doubled('before');
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Oslo' } });
  told.change({ ...born, id: '2', fields: { name: 'Alan Turing' } });
  told.change({ ...made, id: '10', fields: { fullName: 'Alan Turing' } });
  told.change({ ...born, entity: 'Orders', id: '1', fields: { number: 'A-1000' } });
  told.change({ ...made, entity: 'Sale', id: '9', fields: { code: 'A-1000' } });
  told.change({ ...made, side: 'source', entity: 'Contact', id: '9', fields: {} });
  expect(await failClosed.judge(await told.scene({ report: open }))).toEqual([]);
});

test('A token that could not be had is no read that failed', async () => {
  const told = testWorld();
  told.change({ ...born, id: '1', fields: { name } });
  const request = 'grant_type=client_credentials';
  told.request({ ...failedRead, method: 'POST', url: '/token', request });
  await told.scene({ report: open });
  const scene = await told.scene({ report: { problems: [], conflicts: [] }, restingSince: 9 });
  expect(await failClosed.judge(scene)).toEqual([]);
});
