import { describe, expect, test } from 'vitest';
import { openOffice } from './test-office.ts';

describe('street addresses (apis.md S22)', () => {
  const oslo = { address1: 'Storgata 1', city: 'Oslo' };
  const bergen = { Address1: 'Strandgaten 2', City: 'Bergen', unknown: 1 };

  test('get an id and a time each; what is not sent any more is gone, without an id it is new', async () => {
    const { bench, post } = await openOffice();
    const made = await post('/Customer', { name: 'A', streetAddresses: [oslo, bergen] });
    const lastChanged = '2026-01-01T12:00:00 +00:00';
    expect(made.data).toMatchObject({
      streetAddresses: [
        { id: 7001, ...oslo, lastChanged },
        { id: 7002, address1: 'Strandgaten 2', city: 'Bergen', lastChanged },
      ],
    });
    bench.advance(2000);
    const kept = { id: 7001, ...oslo };
    const edited = await post('/Customer', { id: 1012, streetAddresses: [kept, oslo] });
    expect(edited.data).toMatchObject({
      lastChanged: '2026-01-01T12:00:02 +00:00',
      streetAddresses: [
        { id: 7001, lastChanged },
        { id: 7003, lastChanged: '2026-01-01T12:00:02 +00:00' },
      ],
    });
  });

  test('are left alone by an update that does not send them, and all gone with an empty list', async () => {
    const { post } = await openOffice();
    await post('/Customer', { name: 'A', streetAddresses: [oslo] });
    const renamed = await post('/Customer', { id: 1012, name: 'B' });
    expect(renamed.data).toMatchObject({ streetAddresses: [{ id: 7001 }] });
    const emptied = await post('/Customer', { id: 1012, streetAddresses: [] });
    expect(emptied.data).toMatchObject({ streetAddresses: [] });
  });

  test('of another customer, or no addresses at all, are refused', async () => {
    const { post } = await openOffice();
    await post('/Customer', { name: 'A', streetAddresses: [oslo] });
    const foreign = [{ id: 7001, ...oslo }];
    expect((await post('/Customer', { name: 'B', streetAddresses: foreign })).success).toBe(false);
    for (const wrong of [['x'], 'x', [{ countryCode: 'NOR' }]]) {
      const refused = await post('/Customer', { id: 1012, streetAddresses: wrong });
      expect(Object.keys(refused.validation?.fields ?? {})).toEqual(['streetAddresses']);
    }
  });
});

test('2.5: the sub-ledger series is taken on create only, and never shown', async () => {
  const { bench, post } = await openOffice();
  const subledgerNumberSeriesId = '11111111-1111-4111-8111-111111111111';
  const made = await post('/Customer', { name: 'A', subledgerNumberSeriesId });
  expect(made.data).not.toHaveProperty('subledgerNumberSeriesId');
  const other = '22222222-2222-4222-8222-222222222222';
  expect((await post('/Customer', { id: 1012, subledgerNumberSeriesId: other })).success).toBe(
    true,
  );
  expect(JSON.stringify(bench.changes())).not.toContain(other);
});

test('S20: externalCode is a number on a customer and a project, and a text there is refused', async () => {
  const { post } = await openOffice();
  for (const path of ['/Customer', '/Project']) {
    expect((await post(path, { name: 'A', externalCode: 7 })).data).toMatchObject({
      externalCode: 7,
    });
    expect((await post(path, { name: 'B', externalCode: '7' })).success).toBe(false);
  }
});

test('S25: a customer with contact persons is archived, not deleted', async () => {
  const { post, remove } = await openOffice();
  await post('/Customer', { name: 'A' });
  await post('/Customer/1012/Contact', { firstName: 'A', lastName: 'B' });
  expect((await remove('/Customer/1012')).success).toBe(false);
  expect((await post('/Customer', { id: 1012, isArchived: true })).data).toMatchObject({
    isArchived: true,
  });
});

describe('suppliers (apis.md 2.4)', () => {
  const kari = { firstName: 'Kari', lastName: 'Bø' };

  test('have contact persons of their own, who show the supplier’s code', async () => {
    const { post, get } = await openOffice();
    await post('/Supplier', { name: 'S' });
    const made = await post('/Supplier/900001/Contact', kari);
    expect(made.data).toMatchObject({ partyId: 900_001, partySupplierCode: 20_001 });
    expect(made.data).not.toHaveProperty('partyCustomerCode');
    expect((await get('/PartyContactPerson')).count).toBe(1);
  });

  test('that are customers too have one id, and their contact persons both codes', async () => {
    const { post, get } = await openOffice();
    await post('/Customer', { name: 'A' });
    expect((await post('/Supplier', { id: 1012, name: 'A' })).data).toMatchObject({ id: 1012 });
    const made = await post('/Customer/1012/Contact', kari);
    expect(made.data).toMatchObject({ partyCustomerCode: 10_001, partySupplierCode: 20_001 });
    expect((await get('/Supplier/1012/Contact')).count).toBe(1);
  });
});

test('S27: an hour type is named by a description that exists', async () => {
  const { post, get } = await openOffice();
  const work = { activityType: 200, code: 'A', name: 'Anna', hourType: 'Overtid' };
  expect((await post('/TimeTracking/Activity', work)).success).toBe(false);
  await post('/TimeTracking/HourType', { description: 'Overtid' });
  expect((await post('/TimeTracking/Activity', work)).success).toBe(true);
  expect((await get('/TimeTracking/HourType')).data).toMatchObject([{ costPriceFactor: 1 }]);
});
