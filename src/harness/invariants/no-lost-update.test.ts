import { expect, test } from 'vitest';
import { carried, lostCity, pair, replaced, typed } from '../test-pair.ts';
import { testWorld } from '../test-world.ts';
import { noLostUpdate } from './no-lost-update.ts';

const resting = { restingSince: 0 };

/** A pair whose source a user moves from Trondheim to Oslo, which does not reach the target. */
function movedAway() {
  const told = testWorld();
  const city = 'Trondheim';
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { city } });
  told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields: { town: city } });
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Oslo' } });
  return told;
}

test('What a user typed stands where it was typed', async () => {
  const told = movedAway();
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Oslo' } });
  expect(await noLostUpdate.judge(await told.scene(resting))).toEqual([]);
});

test('An edit that the engine replaces in silence is lost', async () => {
  const told = movedAway();
  told.change({ by: 'user', side: 'target', id: '9', fields: { town: 'Bergen' } });
  told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Bergen' } });
  expect(await noLostUpdate.judge(await told.scene(resting))).toMatchObject([
    { message: expect.stringMatching(/city of Acme Customers 1/), expected: '"Oslo"' },
  ]);
});

test('An edit that lost to another one is no silent loss where the engine says so', async () => {
  const told = movedAway();
  told.change({ by: 'user', side: 'target', id: '9', fields: { town: 'Bergen' } });
  told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Bergen' } });
  const report = { problems: [], conflicts: [lostCity('Oslo')] };
  expect(await noLostUpdate.judge(await told.scene({ ...resting, report }))).toEqual([]);
});

test('A number that lost may be told as text', async () => {
  const told = movedAway();
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 7 } });
  told.change({ by: 'user', side: 'target', id: '9', fields: { town: 'Bergen' } });
  told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Bergen' } });
  const told7 = { problems: [], conflicts: [lostCity('7')] };
  expect(await noLostUpdate.judge(await told.scene({ ...resting, report: told7 }))).toEqual([]);
});

test('An edit that a later user could see was replaced, not lost', async () => {
  const told = movedAway();
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Oslo' } });
  told.change({ by: 'user', side: 'target', id: '9', fields: { town: 'Bergen' } });
  told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Bergen' } });
  expect(await noLostUpdate.judge(await told.scene(resting))).toEqual([]);
});

test('What a pass would have said that was cut short is known to nobody', async () => {
  const told = movedAway();
  told.change({ by: 'user', side: 'target', id: '9', fields: { town: 'Bergen' } });
  told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Bergen' } });
  const report = { problems: [], conflicts: [], died: true } as const;
  expect(await noLostUpdate.judge(await told.scene({ ...resting, report }))).toEqual([]);
});

test('A death excuses only what was replaced in the pass that it cut short', async () => {
  const report = { problems: [], conflicts: [] };
  const died = { ...report, died: true } as const;
  const told = movedAway();
  told.change({ by: 'user', side: 'target', id: '9', fields: { town: 'Bergen' } });
  await told.scene({ report: died });
  told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Bergen' } });
  await told.scene({ report });
  await told.scene({ report: died });
  expect(await noLostUpdate.judge(await told.scene({ ...resting, report }))).toMatchObject([
    { expected: '"Oslo"' },
  ]);
});

test('What a user put back after a death is an edit: an engine notes what it is about to carry', async () => {
  const report = { problems: [], conflicts: [] };
  const told = movedAway();
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Oslo' } });
  await told.scene({ report: { ...report, died: true } });
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Trondheim' } });
  told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Oslo' } });
  const broken = await noLostUpdate.judge(await told.scene({ ...resting, report }));
  expect(broken).toMatchObject([{ law: 'I4 no lost update', expected: '"Trondheim"' }]);
});

test('What stood before a write over which the engine died may be put back unseen', async () => {
  for (const died of [true, false]) {
    const told = pair();
    replaced(told, null);
    await told.scene({ report: { problems: [], conflicts: [], ...(died ? { died } : {}) } });
    typed(told, 'Trondheim');
    replaced(told, null);
    const broken = await noLostUpdate.judge(await told.scene(resting));
    expect(broken, `died: ${died}`).toHaveLength(died ? 0 : 1);
  }
});

test('An edit that a dying engine saw, and had not carried, may be taken back unseen', async () => {
  const report = { problems: [], conflicts: [] };
  for (const carriedOn of [false, true]) {
    const told = pair();
    await told.scene({ report });
    typed(told, 'Oslo');
    if (carriedOn) carried(told, 'Oslo');
    await told.scene({ report: { ...report, died: true } });
    typed(told, 'Trondheim');
    replaced(told, 'Bergen');
    const broken = await noLostUpdate.judge(await told.scene({ ...resting, report }));
    expect(broken, `carried: ${carriedOn}`).toHaveLength(carriedOn ? 1 : 0);
  }
});

test('Edits of different properties do not compete: to say that one lost excuses nothing', async () => {
  const told = movedAway();
  told.change({ by: 'user', side: 'target', id: '9', fields: { fullName: 'Ada King' } });
  told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Trondheim' } });
  const report = { problems: [], conflicts: [lostCity('Oslo')] };
  const broken = await noLostUpdate.judge(await told.scene({ ...resting, report }));
  expect(broken).toMatchObject([{ expected: '"Oslo"' }]);
});

test('What a system makes of a value as it stores it is no edit that replaces it', async () => {
  const told = movedAway();
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Oslo' } });
  told.change({ by: 'server', side: 'target', id: '9', fields: { town: 'Os' } });
  told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Os' } });
  const rewritten = new Map([['target town', 'truncate:2']] as const);
  const broken = await noLostUpdate.judge(await told.scene({ ...resting, rewritten }));
  expect(broken).toMatchObject([{ expected: '"Oslo"' }]);
});

test('What stood before a write whose answer was lost may be put back unseen', async () => {
  const lost = { status: 0, fault: 'F2: committed, then reset' };
  for (const [answer, violations] of [
    [lost, 0],
    [{}, 1],
  ] as const) {
    const told = movedAway();
    told.change({ by: 'user', side: 'target', id: '9', fields: { town: 'Bergen' } });
    const request = told.request(answer);
    told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Bergen' }, request });
    told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Oslo' } });
    told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Bergen' } });
    expect(await noLostUpdate.judge(await told.scene(resting))).toHaveLength(violations);
  }
});

test('A stored form is told from an edit only where the write was answered', async () => {
  const rewritten = new Map([['target town', 'truncate:2']] as const);
  for (const [answer, violations] of [
    [{ status: 0, fault: 'F2: committed, then reset' }, 0],
    [{}, 1],
  ] as const) {
    const told = movedAway();
    const request = told.request(answer);
    told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Oslo' }, request });
    told.change({ by: 'server', side: 'target', id: '9', fields: { town: 'Os' } });
    told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Os' } });
    const scene = await told.scene({ ...resting, rewritten });
    expect(await noLostUpdate.judge(scene)).toHaveLength(violations);
  }
});
