import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as wire from '../../fixtures/exchanges/plain-rest.ts';
import { collect } from '../../src/systems/collect.ts';
import { connectCrm, morning } from './clients.ts';
import { answering, breakOff, closeNetwork, leftOver, play } from './wire.ts';

const { baseUrl } = wire;

beforeAll(closeNetwork);
afterEach(() => {
  expect(leftOver()).toEqual([]);
});

describe('entities', () => {
  test('are those that documents name, and no others', () => {
    const { system } = connectCrm();
    const names = ['Activities', 'Contacts', 'Companies', 'contacts', 'Users', 'constructor'];
    const known = names.filter((name) => system.entity(name) !== undefined);
    expect(known).toEqual(['Activities', 'Contacts', 'Companies']);
  });
});

describe('the token', () => {
  test('is asked for with an encoded form, kept for its lifetime and renewed before its end', async () => {
    play(baseUrl, wire.token, wire.noCompanies, wire.noCompanies);
    const { clock, companies } = connectCrm();
    await collect(companies.list());
    clock.advance(3_589_999);
    await collect(companies.list());

    play(baseUrl, wire.nextToken, wire.noCompaniesAfterRenewal);
    clock.advance(1);
    await collect(companies.list());
  });

  test('is renewed once after a 401', async () => {
    const refused = answering(wire.noCompanies, { status: 401 });
    play(baseUrl, wire.token, refused, wire.nextToken, wire.noCompaniesAfterRenewal);
    expect(await collect(connectCrm().companies.list())).toEqual([]);
  });

  test('of an unknown client fails reads and writes without giving the secret away', async () => {
    play(baseUrl, wire.unknownClient, wire.unknownClient);
    const { contacts } = connectCrm();
    const reason =
      'CRMOffice gave no access token: POST /connect/token answered 400 (invalid_client)';
    await expect(contacts.read({ id: '9' })).rejects.toMatchObject({
      code: 'answer',
      message: reason,
    });
    expect(await contacts.create({ properties: {} })).toEqual({ kind: 'failed', reason });
  });
});

describe('reading', () => {
  test('follows the pages of a change list, and keeps every value as it came', async () => {
    play(baseUrl, wire.token, wire.firstPage, wire.lastPage);
    const records = await collect(connectCrm().contacts.list(morning + 250));
    expect(records).toEqual([
      {
        id: '9',
        modifiedAt: morning + 250,
        properties: {
          id: '9',
          givenName: 'Kåre',
          'company.id': '5',
          createdAt: '2026-01-01T00:00:00.000Z',
          modifiedAt: '2026-03-02T08:00:00.250Z',
        },
      },
      expect.objectContaining({ id: '10', modifiedAt: morning + 1000 }),
    ]);
  });

  test('of an empty collection is no records', async () => {
    play(baseUrl, wire.token, wire.noCompanies);
    expect(await collect(connectCrm().companies.list())).toEqual([]);
  });

  test('finds by a value with quotes, plus, ampersand, percent, emoji and letters', async () => {
    play(baseUrl, wire.token, wire.byStreet);
    const by = { property: 'address.street', value: 'Ø. "O\'Brien" + a&b = 50 % 🧾' };
    expect(await connectCrm().contacts.find(by)).toMatchObject([
      { id: '12', properties: { [by.property]: by.value } },
    ]);
  });

  test('finds nothing by an empty value, and asks nothing', async () => {
    expect(await connectCrm().contacts.find({ property: 'givenName', value: null })).toEqual([]);
  });

  test.each([
    { property: 'limit', value: '1' },
    { property: 'givenName', value: ['a'] },
  ])('by $property and $value is refused', async (by) => {
    await expect(connectCrm().contacts.find(by)).rejects.toMatchObject({ code: 'settings' });
  });

  test('gives one record by its id, and nothing where the API says that there is none', async () => {
    play(baseUrl, wire.token, wire.oneContact, wire.noContact);
    const { contacts } = connectCrm();
    expect(await contacts.read({ id: '9' })).toMatchObject({ id: '9', modifiedAt: morning + 250 });
    expect(await contacts.read({ id: '9' })).toBeUndefined();
  });
});

describe('a read fails, and never looks empty', () => {
  test.each([
    ['an unknown route', { status: 404, body: 'not here' }],
    ['cut JSON', { status: 200, body: '{"items":[' }],
    ['a login page', { status: 200, body: '<html>Log in</html>' }],
    ['another shape', { status: 200, body: '[]' }],
    ['a record without a stamp', { status: 200, body: '{"items":[{"id":"1"}],"total":1}' }],
    ['fewer records than promised', { status: 200, body: '{"items":[],"total":3}' }],
    ['throttling', { status: 429 }],
    ['a forbidden collection', { status: 403 }],
    ['an error', { status: 500, body: '{"items":[],"total":0}' }],
  ])('with %s', async (_name, answer) => {
    play(baseUrl, wire.token, answering(wire.noCompanies, answer));
    await expect(collect(connectCrm().companies.list())).rejects.toMatchObject({ code: 'answer' });
  });

  test('with a connection that breaks', async () => {
    play(baseUrl, wire.token);
    breakOff(baseUrl, wire.noCompanies);
    await expect(collect(connectCrm().companies.list())).rejects.toMatchObject({
      code: 'answer',
      message: 'CRMOffice gave no usable answer: GET /companies broke off (ECONNRESET)',
    });
  });

  test('with a redirect, which is not followed', async () => {
    const headers = { location: `${baseUrl}/login` };
    const answer = { status: 302, headers, body: '' };
    play(baseUrl, wire.token, { ...wire.noCompanies, answer });
    await expect(collect(connectCrm().companies.list())).rejects.toMatchObject({
      message: 'CRMOffice gave no usable answer: GET /companies answered 302',
    });
  });

  test('with a next page outside the API, which is not handed the token', async () => {
    const body = wire.firstPage.answer.body.replace('crmoffice.test/', 'crmoffice.test.evil/');
    play(baseUrl, wire.token, answering(wire.firstPage, { status: 200, body }));
    await expect(collect(connectCrm().contacts.list(morning + 250))).rejects.toMatchObject({
      message:
        'CRMOffice gave no usable answer: GET /contacts answered with a next page outside the API',
    });
  });

  test('with a record that comes on two pages', async () => {
    const body = wire.lastPage.answer.body.replace('"id":"10"', '"id":"9"').replace('2}', '1}');
    const again = answering(wire.lastPage, { status: 200, body });
    play(baseUrl, wire.token, wire.firstPage, again);
    const list = connectCrm().contacts.list(morning + 250);
    await expect(collect(list)).rejects.toMatchObject({ code: 'answer' });
  });

  test('with a 404 that is not the API’s own', async () => {
    play(baseUrl, wire.token, answering(wire.oneContact, { status: 404, body: 'not here' }));
    const read = connectCrm().contacts.read({ id: '9' });
    await expect(read).rejects.toMatchObject({ code: 'answer' });
  });

  test('with a token that is refused twice', async () => {
    const again = answering(wire.noCompaniesAfterRenewal, { status: 401 });
    play(baseUrl, wire.token, answering(wire.noCompanies, { status: 401 }), wire.nextToken, again);
    await expect(collect(connectCrm().companies.list())).rejects.toMatchObject({ code: 'answer' });
  });
});
