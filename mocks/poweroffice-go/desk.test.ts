import { expect, test } from 'vitest';
import { createBench } from '../bench.ts';

async function setUp() {
  const bench = createBench();
  const { party } = bench.office;
  await party.create('Timetrackingactivity', { activityType: 200, code: 'A', name: 'Anna' });
  await party.create('Project', { name: 'P', code: 'P1' });
  await party.create('Customer', { name: 'C' });
  return { bench, party };
}

test('a project activity is created with its project and activity by code', async () => {
  const { party } = await setUp();
  const made = await party.create('Projectactivity', { projectCode: 'P1', activityCode: 'A' });
  expect(made).toEqual({ ok: true, id: '1009' });
  expect(await party.read('Projectactivity', '1009')).toEqual({
    ...{ id: 1009, activityCode: 'A', projectCode: 'P1', name: 'Anna' },
  });
  const lost = await party.create('Projectactivity', { projectCode: 'nope', activityCode: 'A' });
  expect(lost).toMatchObject({ ok: false, reason: expect.stringContaining('Project') });
});

test('a contact person is created with the customer by id or code', async () => {
  const { party } = await setUp();
  const kari = { firstName: 'Kari', lastName: 'Bø' };
  expect((await party.create('Contactperson', { ...kari, partyId: 1012 })).ok).toBe(true);
  expect((await party.create('Contactperson', { ...kari, partyCustomerCode: 10_001 })).ok).toBe(
    true,
  );
  expect((await party.create('Contactperson', kari)).ok).toBe(false);
  expect((await party.read('Contactperson', '1016'))?.['partyId']).toBe(1012);
  expect(await party.ids('Contactperson')).toEqual(['1015', '1016']);
});

test('S17: editing the name of a project activity renames the activity that it comes from', async () => {
  const { bench, party } = await setUp();
  await party.create('Projectactivity', { projectCode: 'P1', activityCode: 'A' });
  expect(await party.edit('Projectactivity', '1009', { name: 'Berit', isBillable: true })).toEqual({
    ...{ ok: true, id: '1009' },
  });
  expect((await party.read('Timetrackingactivity', '1003'))?.['name']).toBe('Berit');
  expect(await party.read('Projectactivity', '1009')).toMatchObject({
    name: 'Berit',
    isBillable: true,
  });
  const authors = bench.changes().slice(-3);
  expect(authors.map(({ author, entity }) => `${author} ${entity}`)).toEqual([
    'user Projectactivity',
    'user Timetrackingactivity',
    'server Projectactivity',
  ]);
});

test('people are held to the same validation, and are told why', async () => {
  const { bench, party } = await setUp();
  const taken = { activityType: 200, code: 'A', name: 'x' };
  expect(await party.create('Timetrackingactivity', taken)).toEqual({
    ok: false,
    reason: 'code A is in use.',
  });
  expect((await party.edit('Timetrackingactivity', '1003', { name: '' })).ok).toBe(false);
  expect((await party.edit('Timetrackingactivity', '1003', { nope: 'x' })).ok).toBe(false);
  expect((await party.edit('Timetrackingactivity', '1003', { lastChanged: 'x' })).ok).toBe(false);
  await party.create('Projectactivity', { projectCode: 'P1', activityCode: 'A' });
  expect(await party.remove('Timetrackingactivity', '1003')).toMatchObject({ ok: false });
  const before = bench.changes().length;
  const long = { name: 'n'.repeat(401), isBillable: true };
  expect((await party.edit('Projectactivity', '1009', long)).ok).toBe(false);
  expect((await party.edit('Projectactivity', '1009', { name: 'x', nope: 'y' })).ok).toBe(false);
  expect(bench.changes()).toHaveLength(before);
});

test('a person clears a property with null or an empty text', async () => {
  const { party } = await setUp();
  for (const empty of [null, '']) {
    await party.edit('Customer', '1012', { emailAddress: 'a@b.no' });
    await party.edit('Customer', '1012', { emailAddress: empty });
    expect(await party.read('Customer', '1012')).not.toHaveProperty('emailAddress');
  }
});
