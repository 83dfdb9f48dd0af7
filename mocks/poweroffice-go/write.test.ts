import { describe, expect, test } from 'vitest';
import { openOffice } from './test-office.ts';

const activities = '/TimeTracking/Activity/';
const anna = { activityType: 200, code: 'A', name: 'Anna' };

describe('create and update by POST (apis.md 1.9)', () => {
  test('S24: a create is 200 with the whole saved object, defaults included', async () => {
    const { post } = await openOffice();
    expect(await post(activities, anna)).toEqual({
      status: 200,
      success: true,
      data: { id: 1003, ...anna, isActive: true, lastChanged: '2026-01-01T12:00:00 +00:00' },
    });
  });

  test('S22: an id in the body means update, and an update is a merge', async () => {
    const { bench, post } = await openOffice();
    await post(activities, { ...anna, hourlyRate: 7.5 });
    bench.advance(61_000);
    expect((await post(activities, { id: 1003, name: 'Berit' })).data).toEqual({
      ...{ id: 1003, activityType: 200, code: 'A', name: 'Berit', hourlyRate: 7.5, isActive: true },
      lastChanged: '2026-01-01T12:01:01 +00:00',
    });
  });

  test('S7: names in a body go in any casing; unknown and read-only ones are ignored', async () => {
    const { post } = await openOffice();
    const sent = {
      ACTIVITYTYPE: 200,
      Code: 'A',
      name: 'Anna',
      LastChanged: 'x',
      nope: { deep: 1 },
    };
    expect(await post(activities, sent)).toMatchObject({ success: true, data: anna });
  });

  test('null leaves alone, an empty text empties, and a required one cannot be emptied (assumed)', async () => {
    const { post } = await openOffice();
    await post('/TimeTracking/HourType', { description: 'Overtid' });
    await post(activities, { ...anna, hourType: 'Overtid' });
    const kept = await post(activities, { id: 1003, hourType: null, name: null });
    expect(kept.data).toMatchObject({ hourType: 'Overtid', name: 'Anna' });
    expect((await post(activities, { id: 1003, hourType: '' })).data).not.toHaveProperty(
      'hourType',
    );
    const refused = await post(activities, { id: 1003, name: '' });
    expect(refused).toMatchObject({ status: 200, success: false });
    expect(refused.validation?.fields).toEqual({ name: 'name is required.' });
  });

  test('an unknown id is refused (assumed)', async () => {
    const { post, get, remove } = await openOffice();
    expect(await post(activities, { ...anna, id: 5 })).toMatchObject({
      status: 200,
      success: false,
    });
    expect(await get(`${activities}5`)).toMatchObject({ status: 200, success: false });
    expect(await remove(`${activities}5/`)).toMatchObject({ status: 200, success: false });
  });
});

describe('refusals (apis.md 1.4)', () => {
  test('S1, S26: are 200 with success false, no data, and all messages glued together', async () => {
    const { bench, post } = await openOffice();
    const refused = await post(activities, { activityType: 0 });
    expect(refused).toMatchObject({ status: 200, success: false });
    expect(refused).not.toHaveProperty('data');
    expect(refused.validation).toMatchObject({
      exception: 'AggregatedValidation',
      summary: 'activityType is not a valid enum.code is required.name is required.',
    });
    expect(refused.validation?.errorLogReference).toMatch(/^[A-Z0-9]{11}-0101120000$/);
    expect(bench.changes()).toEqual([]);
    expect(bench.requests().at(-1)).toMatchObject({ mutating: true, refused: true, status: 200 });
  });

  test('1.9: a code that is taken is a unique constraint', async () => {
    const { post } = await openOffice();
    await post(activities, anna);
    const refused = await post(activities, { ...anna, name: 'Other' });
    expect(refused.validation?.exception).toBe('ApiUniqueConstraint');
  });

  test('S23: 0 and gaps are no activity types', async () => {
    const { post } = await openOffice();
    for (const activityType of [0, 101, '100', 100.5]) {
      expect((await post(activities, { ...anna, activityType })).success).toBe(false);
    }
  });

  test('2.1: a name holds 400 characters and a code 50', async () => {
    const { post } = await openOffice();
    const fits = { ...anna, name: 'n'.repeat(400), code: 'c'.repeat(50) };
    expect((await post(activities, fits)).success).toBe(true);
    const long = { ...anna, name: 'n'.repeat(401), code: 'c'.repeat(51) };
    expect(Object.keys((await post(activities, long)).validation?.fields ?? {})).toEqual([
      'code',
      'name',
    ]);
  });

  test('S27: productCode is only for billable activities', async () => {
    const { post } = await openOffice();
    expect((await post(activities, { ...anna, productCode: '1' })).success).toBe(false);
    const billable = { ...anna, activityType: 100, productCode: '1' };
    expect((await post(activities, billable)).success).toBe(true);
    expect((await post(activities, { id: 1003, activityType: 200 })).success).toBe(false);
  });

  test('a malformed body is 400 and never a crash; another media type is 415', async () => {
    const { bench, call } = await openOffice();
    const headers = { 'content-type': 'application/json' };
    for (const body of ['{', '[]', 'null', '"x"', '']) {
      expect((await call(activities, { method: 'POST', body, headers })).status).toBe(400);
    }
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
    expect((await call(activities, { method: 'POST', body: deep, headers })).status).toBe(200);
    expect((await call(activities, { method: 'POST', body: '{}' })).status).toBe(415);
    expect((await call(activities, { method: 'PUT', json: anna })).status).toBe(405);
    expect((await call('/TimeTracking/Nothing')).status).toBe(404);
    expect(bench.defects).toEqual([]);
  });
});

describe('deleting', () => {
  test('1.4: is 200 with success and nothing else, and S31 leaves no trace', async () => {
    const { post, remove, get } = await openOffice();
    await post(activities, anna);
    expect(await remove(`${activities}1003/`)).toEqual({ status: 200, success: true });
    expect(await get(activities)).toEqual({ status: 200, success: true, data: [], count: 0 });
  });

  test('S25: parents and activities in use are refused', async () => {
    const { post, remove } = await openOffice();
    await post(activities, anna);
    await post('/Customer', { name: 'Kunde' });
    await post('/Customer/1012/Contact', { firstName: 'A', lastName: 'B' });
    await post('/Project', { name: 'Prosjekt', contactPersonId: 1015 });
    await post('/Project/1006/Activity', { activityCode: 'A' });
    const inUse = [
      `${activities}1003`,
      '/Project/1006',
      '/Customer/1012',
      '/Customer/1012/Contact/1015',
    ];
    for (const path of inUse) {
      expect(await remove(path)).toMatchObject({ status: 200, success: false });
    }
    await remove('/Project/1006/Activity/1009');
    for (const path of [...inUse.slice(0, 2), ...inUse.slice(2).reverse()]) {
      expect((await remove(path)).success).toBe(true);
    }
  });
});

test('1.8: stamps are whole seconds with a space before the offset, so that two edits can share one', async () => {
  const { bench, post } = await openOffice();
  await post(activities, anna);
  bench.advance(999);
  const edited = await post(activities, { id: 1003, name: 'Berit' });
  expect(edited.data).toMatchObject({ lastChanged: '2026-01-01T12:00:00 +00:00' });
});
