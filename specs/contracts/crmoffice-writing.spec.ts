import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as wire from '../../fixtures/exchanges/plain-rest.ts';
import { connectCrm, morning } from './clients.ts';
import { answering, breakOff, closeNetwork, leftOver, play } from './wire.ts';

const { baseUrl } = wire;

beforeAll(closeNetwork);
afterEach(() => {
  expect(leftOver()).toEqual([]);
});

const creation = { properties: { givenName: ' Kåre ', familyName: null, 'company.id': '5' } };
const change = {
  ref: { id: '9' },
  properties: { familyName: 'Bø "B" 🧾', 'company.id': null },
};

describe('writing', () => {
  test('creates a record from what holds something, and tells how it was stored', async () => {
    play(baseUrl, wire.token, wire.createContact);
    expect(await connectCrm().contacts.create(creation)).toMatchObject({
      kind: 'stored',
      record: { id: '11', modifiedAt: morning + 3000, properties: { givenName: 'Kåre' } },
    });
  });

  test('patches only what is given, and empties what is null', async () => {
    play(baseUrl, wire.token, wire.patchContact);
    expect(await connectCrm().contacts.update(change)).toMatchObject({
      kind: 'stored',
      record: { id: '9', modifiedAt: morning + 4125 },
    });
  });

  test('tells that a record is gone', async () => {
    play(baseUrl, wire.token, wire.patchNoContact);
    expect(await connectCrm().contacts.update(change)).toEqual({ kind: 'gone' });
  });

  test('is refused, and nothing is gone, by a 404 that is not the API’s own', async () => {
    play(baseUrl, wire.token, answering(wire.patchContact, { status: 404, body: 'not here' }));
    expect(await connectCrm().contacts.update(change)).toMatchObject({ kind: 'refused' });
  });

  test('tells in the words of the system why it was refused', async () => {
    play(baseUrl, wire.token, wire.patchRefused, wire.createRefused);
    const { contacts } = connectCrm();
    expect(await contacts.update(change)).toEqual({
      kind: 'refused',
      reason:
        'CRMOffice refused: The contact is not valid; familyName: longer than 50 characters (PATCH /contacts/9 answered 422)',
    });
    expect(await contacts.create(creation)).toEqual({
      kind: 'refused',
      reason: 'CRMOffice refused: There is a Kåre already (POST /contacts answered 409)',
    });
  });

  test.each([
    ['unknown', 'cut JSON', { status: 201, body: '{"id":"11","giv' }],
    ['unknown', 'a login page', { status: 200, body: '<html>' }],
    ['unknown', 'another shape', { status: 201, body: '{"ok":true}' }],
    ['unknown', 'a bad gateway', { status: 502 }],
    ['unknown', 'an unavailable service', { status: 503 }],
    ['unknown', 'a timeout', { status: 408 }],
    ['failed', 'throttling', { status: 429 }],
    ['refused', 'no permission', { status: 403 }],
    ['refused', 'a bare 404', { status: 404 }],
  ] as const)('is %s after %s', async (kind, _name, answer) => {
    play(baseUrl, wire.token, answering(wire.createContact, answer));
    expect(await connectCrm().contacts.create(creation)).toMatchObject({ kind });
  });

  test('is unknown after a connection that breaks, and is not sent again', async () => {
    play(baseUrl, wire.token);
    breakOff(baseUrl, wire.patchContact);
    expect(await connectCrm().contacts.update(change)).toEqual({
      kind: 'unknown',
      reason: 'CRMOffice gave no usable answer: PATCH /contacts/9 broke off (ECONNRESET)',
    });
  });

  test('is unknown where another record is answered', async () => {
    play(baseUrl, wire.token, { ...wire.patchContact, answer: wire.createContact.answer });
    expect(await connectCrm().contacts.update(change)).toMatchObject({ kind: 'unknown' });
  });
});
