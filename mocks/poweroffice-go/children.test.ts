import { describe, expect, test } from 'vitest';
import { openOffice, type TestOffice } from './test-office.ts';

/** Two customers, two projects, two activities; ids from 1012, 1006 and 1003. */
async function furnished(): Promise<TestOffice> {
  const office = await openOffice();
  const { post } = office;
  for (const name of ['A', 'B']) {
    await post('/Customer', { name });
    await post('/Project', { name, code: `P-${name}` });
    await post('/TimeTracking/Activity', { activityType: 200, code: name, name: `Work ${name}` });
  }
  return office;
}

describe('project activities (apis.md 2.2, S17)', () => {
  test('are written below their project only; name and projectCode are not theirs to write', async () => {
    const { post, call } = await furnished();
    const sent = { activityCode: 'A', name: 'Mine', projectCode: 'P-B', lastChanged: 'x' };
    expect((await post('/Project/1006/Activity/', sent)).data).toEqual({
      ...{ id: 1009, activityCode: 'A', projectCode: 'P-A', name: 'Work A' },
    });
    expect((await call('/ProjectActivity', { method: 'POST', json: sent })).status).toBe(405);
    expect((await post('/Project/9/Activity', sent)).success).toBe(false);
  });

  test('want an activity that exists, once per project (assumed)', async () => {
    const { post } = await furnished();
    expect((await post('/Project/1006/Activity', {})).success).toBe(false);
    expect((await post('/Project/1006/Activity', { activityCode: 'Z' })).success).toBe(false);
    expect((await post('/Project/1006/Activity', { activityCode: 'A' })).success).toBe(true);
    expect((await post('/Project/1006/Activity', { activityCode: 'A' })).success).toBe(false);
    expect((await post('/Project/1007/Activity', { activityCode: 'A' })).success).toBe(true);
  });

  test('are listed flat and per project, and read both ways, but not below another project', async () => {
    const { post, get } = await furnished();
    await post('/Project/1006/Activity', { activityCode: 'A' });
    await post('/Project/1007/Activity', { activityCode: 'B' });
    expect((await get('/ProjectActivity')).count).toBe(2);
    expect((await get('/Project/1007/Activity')).data).toMatchObject([{ id: 1010 }]);
    expect((await get('/ProjectActivity/1009')).data).toMatchObject({ id: 1009 });
    expect((await get('/Project/1006/Activity/1009')).success).toBe(true);
    expect((await get('/Project/1007/Activity/1009')).success).toBe(false);
    expect((await get('/Project/9/Activity')).success).toBe(false);
  });

  test('have no lastChanged: a filter on it is an OData failure', async () => {
    const { filtered } = await furnished();
    const refused = await filtered('/ProjectActivity', "LastChanged ge DateTimeOffset'2020-01-01'");
    expect(refused).toMatchObject({
      status: 200,
      success: false,
      validation: { exception: 'OData' },
    });
  });

  test('take a new name from their activity without any stamp of theirs or their project’s moving', async () => {
    const { bench, post, get } = await furnished();
    await post('/Project/1006/Activity', { activityCode: 'A' });
    const before = (await get('/Project/1006')).data;
    bench.advance(5000);
    await post('/TimeTracking/Activity', { id: 1003, name: 'New' });
    expect((await get('/ProjectActivity/1009')).data).toMatchObject({ name: 'New' });
    expect((await get('/Project/1006')).data).toEqual(before);
    const [rename, shown] = bench.changes().slice(-2);
    expect(rename).toMatchObject({ author: 'engine', entity: 'Timetrackingactivity' });
    expect(shown).toMatchObject({
      author: 'server',
      entity: 'Projectactivity',
      fields: { name: { before: 'Work A', after: 'New' } },
    });
  });

  test('follow when the code of their activity or project changes (assumed)', async () => {
    const { post, get } = await furnished();
    await post('/Project/1006/Activity', { activityCode: 'A' });
    await post('/TimeTracking/Activity', { id: 1003, code: 'AA' });
    await post('/Project', { id: 1006, code: 'PP' });
    expect((await get('/Project/1006/Activity/1009')).data).toMatchObject({
      activityCode: 'AA',
      projectCode: 'PP',
      name: 'Work A',
    });
  });
});

describe('contact persons (apis.md 2.4, S18)', () => {
  const kari = { firstName: 'Kari', lastName: 'Bø', partyId: 1, partyCustomerCode: 2 };

  test('are written below their customer only, whose id and code they show', async () => {
    const { post, call } = await furnished();
    expect((await post('/Customer/1013/Contact', kari)).data).toMatchObject({
      ...{ id: 1015, partyId: 1013, partyCustomerCode: 10_002, gender: 0, hasNorwegianSSN: false },
    });
    expect((await call('/PartyContactPerson', { method: 'POST', json: kari })).status).toBe(405);
    expect((await post('/Customer/9/Contact', kari)).success).toBe(false);
  });

  test('need first and last name (assumed)', async () => {
    const { post } = await furnished();
    const refused = await post('/Customer/1012/Contact', { emailAddress: 'x@y.no' });
    expect(Object.keys(refused.validation?.fields ?? {})).toEqual(['firstName', 'lastName']);
  });

  test('are read one by one below the right customer only; the flat list has no single route', async () => {
    const { post, get, call, remove } = await furnished();
    await post('/Customer/1012/Contact', kari);
    expect((await get('/PartyContactPerson')).count).toBe(1);
    expect((await call('/PartyContactPerson/1015')).status).toBe(404);
    expect((await get('/customer/1012/contact/1015/')).success).toBe(true);
    expect((await get('/Customer/1013/Contact/1015')).success).toBe(false);
    expect((await get('/Customer/1013/Contact')).data).toEqual([]);
    const wrong = await post('/Customer/1013/Contact', { id: 1015, firstName: 'Ola' });
    expect(wrong.success).toBe(false);
    expect((await remove('/Customer/1013/Contact/1015')).success).toBe(false);
    const right = await post('/Customer/1012/Contact', { id: 1015, firstName: 'Ola' });
    expect(right.data).toMatchObject({ firstName: 'Ola', lastName: 'Bø' });
  });

  test('take lists of country codes, and nothing longer than two letters', async () => {
    const { post } = await furnished();
    const both = { ...kari, citizenship: ['NO', 'SE'], residenceCountryCode: 'NO' };
    expect((await post('/Customer/1012/Contact', both)).data).toMatchObject({
      citizenship: ['NO', 'SE'],
    });
    expect((await post('/Customer/1012/Contact', { ...kari, citizenship: 'NO' })).success).toBe(
      false,
    );
    const long = { ...kari, residenceCountryCode: 'NOR' };
    expect((await post('/Customer/1012/Contact', long)).success).toBe(false);
  });
});

describe('projects and customers', () => {
  test('S21: a sub-project’s code comes back behind its parent’s', async () => {
    const { bench, post } = await furnished();
    const sub = await post('/Project', { name: 'Sub', code: '1', parentProjectCode: 'P-A' });
    expect(sub.data).toMatchObject({ code: 'P-A.1' });
    expect(bench.changes().at(-1)).toMatchObject({
      author: 'server',
      fields: { code: { before: '1', after: 'P-A.1' } },
    });
    const orphan = await post('/Project', { name: 'Sub', parentProjectCode: 'nope' });
    expect(orphan.success).toBe(false);
  });

  test('codes that are not sent are assigned: numbers for customers, texts for projects', async () => {
    const { post } = await furnished();
    expect((await post('/Customer', { name: 'C' })).data).toMatchObject({ code: 10_003 });
    expect((await post('/Project', { name: 'C' })).data).toMatchObject({ code: '1', status: 2 });
  });

  test('1.8: secret numbers of a customer read back as hidden', async () => {
    const { post, get } = await furnished();
    await post('/Customer', { id: 1012, socialSecurityNumber: '01010112345' });
    const text = JSON.stringify(await get('/Customer/1012'));
    expect(text).toContain('"socialSecurityNumber":"hidden"');
    expect(text).not.toContain('01010112345');
  });

  test('an address is nested, and an address edit moves the customer’s lastChanged (S32)', async () => {
    const { bench, post } = await furnished();
    bench.advance(2000);
    const edited = await post('/Customer', { id: 1012, MailAddress: { City: 'Oslo' } });
    expect(edited.data).toMatchObject({
      mailAddress: { city: 'Oslo' },
      lastChanged: '2026-01-01T12:00:02 +00:00',
      createdDate: '2026-01-01T12:00:00 +00:00',
    });
  });
});
