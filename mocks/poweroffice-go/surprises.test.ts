import { expect, test } from 'vitest';
import { openOffice } from './test-office.ts';

const activities = '/TimeTracking/Activity';
const anna = { activityType: 200, code: 'A', name: 'Anna' };

test('1.3: reads, writes and deletes are GET, POST and DELETE; every other verb is 405, without a token 401', async () => {
  const { call } = await openOffice();
  for (const method of ['PUT', 'PATCH', 'HEAD', 'OPTIONS']) {
    expect((await call(activities, { method })).status).toBe(405);
  }
  const none = { authorization: '' };
  expect((await call(activities, { headers: none })).status).toBe(401);
});

test('2.3: a project takes references by code and id that exist, and has its flags and status always', async () => {
  const { post } = await openOffice();
  await post('/Customer', { name: 'A' });
  const made = await post('/Project', { name: 'P', customerCode: 10_001, progress: 50 });
  expect(made.data).toMatchObject({
    ...{ customerCode: 10_001, progress: 50, status: 2, markupHourlyRateEnabled: false },
    attachExpenseVouchersWhenBilling: false,
  });
  for (const wrong of [{ customerCode: 5 }, { progress: 101 }, { status: 9 }, { fixedPrice: 5 }]) {
    expect((await post('/Project', { name: 'P', ...wrong })).success).toBe(false);
  }
});

test('S10: a stamp is no date to JavaScript', async () => {
  const { post } = await openOffice();
  const { data } = await post(activities, anna);
  expect(new Date(String(data?.['lastChanged'])).getTime()).toBeNaN();
});

test('S13: pages by offset skip a row when one before them goes', async () => {
  const { get, post, remove } = await openOffice();
  for (const code of ['a', 'b', 'c']) await post(activities, { ...anna, code });
  const page = async (skip: number) => {
    const { data } = await get(`${activities}?$orderby=Id&$skip=${skip}&$top=1`);
    return data?.map(({ code }) => code);
  };
  expect(await page(0)).toEqual(['a']);
  await remove(`${activities}/1003`);
  expect(await page(1)).toEqual(['c']);
});

test('S16: what is empty is left out, and what is never empty is there', async () => {
  const { post, call } = await openOffice();
  await post('/Customer', { name: 'A' });
  await post('/Customer/1012/Contact', { firstName: 'K', lastName: 'B', city: '' });
  const { text } = await call('/Customer/1012/Contact/1015');
  expect(text).not.toMatch(/null|city/);
  expect(JSON.parse(text).data).toMatchObject({ gender: 0, hasNorwegianSSN: false });
});

test('S19: records name each other by code; a code that changes is followed (assumed)', async () => {
  const { post, get } = await openOffice();
  await post('/Customer', { name: 'A', code: 77 });
  await post('/Project', { name: 'P', customerCode: 77 });
  await post('/Customer', { id: 1012, code: 78 });
  expect((await get('/Project/1006')).data).toMatchObject({ customerCode: 78 });
});

test('S28: ids are numbers, lists are arrays with a count, and lists of texts are arrays', async () => {
  const { post, get } = await openOffice();
  const made = await post('/Customer', { name: 'A', contactGroups: ['VIP', 'Bø'] });
  expect(made.data).toMatchObject({ id: 1012, contactGroups: ['VIP', 'Bø'] });
  expect(Object.keys(await get('/Customer')).sort()).toEqual([
    'count',
    'data',
    'status',
    'success',
  ]);
});

test('S34: every error is JSON, and none is empty', async () => {
  const { call } = await openOffice();
  const errors = [
    await call('/Nothing'),
    await call(activities, { method: 'PUT' }),
    await call(activities, { headers: { authorization: 'Bearer x' } }),
    await call(activities, { method: 'POST', body: 'x' }),
    await call(activities, {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'application/json' },
    }),
  ];
  expect(errors.map(({ status }) => status)).toEqual([404, 405, 401, 415, 400]);
  for (const { headers, body } of errors) {
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(body).toMatchObject({ success: false, validation: { summary: expect.any(String) } });
  }
});
