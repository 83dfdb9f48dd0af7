import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as wire from '../../fixtures/exchanges/poweroffice-go.ts';
import { connectGo, goUrl, morning } from './clients.ts';
import { answering, breakOff, closeNetwork, leftOver, play } from './wire.ts';

beforeAll(closeNetwork);
afterEach(() => {
  expect(leftOver()).toEqual([]);
});

const creation = {
  parent: '12',
  properties: {
    firstName: ' Åse',
    lastName: null,
    zipCode: '0150',
    phoneNumber: '+47 22 00 00 00',
  },
};
const change = { ref: { id: '57' }, properties: { code: '0902' } };

describe('writing', () => {
  test('creates a record below its parent, and tells how it was stored', async () => {
    play(goUrl, wire.token, wire.createContact);
    expect(await connectGo().contacts.create(creation)).toMatchObject({
      kind: 'stored',
      record: {
        id: '42',
        parent: '12',
        modifiedAt: morning + 1000,
        properties: { firstName: 'Åse' },
      },
    });
  });

  test('sends only what is given with the id, and an empty text for what is emptied', async () => {
    play(goUrl, wire.token, wire.emptyPhone);
    const outcome = await connectGo().contacts.update({
      ref: { id: '42', parent: '12' },
      properties: { lastName: 'Bø "B" 🧾', phoneNumber: null },
    });
    expect(outcome).toMatchObject({ kind: 'stored', record: { id: '42', parent: '12' } });
  });

  test('without a parent, where one is needed, is refused before anything is sent', async () => {
    const { properties } = creation;
    const contacts = connectGo().contacts;
    expect(await contacts.create({ properties })).toMatchObject({ kind: 'refused' });
  });

  test('with an id of its own is refused, because it would change another record', async () => {
    const created = connectGo().activities.create({ properties: { id: 57, name: 'x' } });
    expect(await created).toMatchObject({ kind: 'refused' });
  });

  test('is refused by a 200 without success, in the words of the system', async () => {
    play(goUrl, wire.token, wire.refusedCode, wire.activityIsThere);
    expect(await connectGo().activities.update(change)).toEqual({
      kind: 'refused',
      reason:
        'PowerOffice GO refused: Code is in use.Name is required.; code: in use (POST /TimeTracking/Activity/ answered 200)',
    });
  });

  test('is refused by a success with a problem in place of data', async () => {
    play(goUrl, wire.token, wire.unboundBody, wire.activityIsThere);
    expect(await connectGo().activities.update(change)).toEqual({
      kind: 'refused',
      reason:
        'PowerOffice GO refused: One or more validation errors occurred.; code: The value is too long. (POST /TimeTracking/Activity/ answered 200)',
    });
  });

  test('finds after a refusal that the record is gone', async () => {
    play(goUrl, wire.token, wire.refusedCode, wire.activityIsGone);
    expect(await connectGo().activities.update(change)).toEqual({ kind: 'gone' });
  });

  test('stays refused where the second look fails', async () => {
    const noLook = answering(wire.activityIsThere, { status: 500 });
    play(goUrl, wire.token, wire.refusedCode, noLook);
    expect(await connectGo().activities.update(change)).toMatchObject({ kind: 'refused' });
  });

  test.each([
    ['unknown', 'cut JSON', { status: 200, body: '{"data":{"id":57,' }],
    ['unknown', 'a login page', { status: 200, body: '<html>' }],
    ['unknown', 'another shape', { status: 200, body: '{"success":true}' }],
    ['unknown', 'another record', { status: 200, body: wire.createContact.answer.body }],
    ['unknown', 'a bad gateway', { status: 502 }],
    ['unknown', 'an unavailable service', { status: 503 }],
    ['failed', 'throttling', { status: 429 }],
  ] as const)('is %s after %s', async (kind, _name, answer) => {
    play(goUrl, wire.token, answering(wire.refusedCode, answer));
    expect(await connectGo().activities.update(change)).toMatchObject({ kind });
  });

  test('is unknown after a connection that breaks, and is not sent again', async () => {
    play(goUrl, wire.token);
    breakOff(goUrl, wire.createContact);
    expect(await connectGo().contacts.create(creation)).toEqual({
      kind: 'unknown',
      reason:
        'PowerOffice GO gave no usable answer: POST /Customer/12/Contact/ broke off (ECONNRESET)',
    });
  });
});
