import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as wire from '../../fixtures/exchanges/poweroffice-go.ts';
import { collect } from '../../src/systems/collect.ts';
import { connectGo, goUrl, morning } from './clients.ts';
import { answering, breakOff, closeNetwork, leftOver, play } from './wire.ts';

beforeAll(closeNetwork);
afterEach(() => {
  expect(leftOver()).toEqual([]);
});

describe('entities', () => {
  test('are those that documents name; only project activities have no stamps', () => {
    const { system } = connectGo();
    const names = ['Timetrackingactivity', 'Projectactivity', 'Project', 'Contactperson'];
    const stamps = [...names, 'Customer', 'Supplier'].map((name) => system.entity(name)?.stamped);
    expect(stamps).toEqual([true, false, true, true, true, undefined]);
  });
});

describe('the token', () => {
  test('is asked for with both keys as basic credentials, and renewed before its end', async () => {
    play(goUrl, wire.token, wire.activities, wire.activities);
    const { clock, activities } = connectGo();
    await collect(activities.list());
    clock.advance(1_189_999);
    await collect(activities.list());

    play(goUrl, wire.nextToken, wire.activitiesAfterRenewal);
    clock.advance(1);
    await collect(activities.list());
  });

  test('is renewed once after a 401', async () => {
    const refused = answering(wire.activities, { status: 401 });
    play(goUrl, wire.token, refused, wire.nextToken, wire.activitiesAfterRenewal);
    expect(await collect(connectGo().activities.list())).toHaveLength(2);
  });

  test('is shared by calls at the same time', async () => {
    play(goUrl, wire.token, wire.activities, wire.activities);
    const { activities } = connectGo();
    await Promise.all([collect(activities.list()), collect(activities.list())]);
  });

  test('of unknown keys fails reads and writes without giving the keys away', async () => {
    play(goUrl, wire.unknownKeys, wire.unknownKeys);
    const { activities } = connectGo();
    const reason =
      'PowerOffice GO gave no access token: POST /OAuth/Token answered 400 (invalid_client)';
    await expect(collect(activities.list())).rejects.toMatchObject({
      code: 'answer',
      message: reason,
    });
    expect(await activities.create({ properties: {} })).toEqual({ kind: 'failed', reason });
  });
});

describe('reading', () => {
  test('lists records with their stamps, and keeps every value as it came', async () => {
    play(goUrl, wire.token, wire.activities);
    expect(await collect(connectGo().activities.list())).toEqual([
      {
        id: '41',
        modifiedAt: Date.UTC(2026, 2, 2, 7, 45, 10),
        properties: {
          id: 41,
          activityType: 200,
          code: '0902',
          name: 'Måling & "kontroll"',
          isActive: true,
          lastChanged: '2026-03-02T07:45:10 +00:00',
        },
      },
      expect.objectContaining({
        id: '57',
        properties: expect.objectContaining({ name: 'Rådgivning 🧾', hourlyRate: 1250.5 }),
      }),
    ]);
  });

  test('asks for changes from a whole second on', async () => {
    play(goUrl, wire.token, wire.noChanges);
    expect(await collect(connectGo().activities.list(morning + 5999))).toEqual([]);
  });

  test('gives project activities the ids of their projects, and looks for each only once', async () => {
    const lists = [wire.projectActivities, wire.projectActivities];
    play(goUrl, wire.token, ...lists, wire.projectsByCode);
    const projectActivities = connectGo().projectActivities;
    const expected = [
      { id: '8', parent: '305', modifiedAt: undefined },
      { id: '9', parent: '301', modifiedAt: undefined },
    ];
    expect(await collect(projectActivities.list())).toMatchObject(expected);
    expect(await collect(projectActivities.list(morning))).toMatchObject(expected);
  });

  test('finds by a value with quotes, plus, ampersand, percent, emoji and letters', async () => {
    play(goUrl, wire.token, wire.contactByEmail);
    const by = { property: 'emailAddress', value: "Ø. O'Brien+a&b=50%🧾@x.test" };
    const found = await connectGo().contacts.find(by);
    expect(found).toMatchObject([
      { id: '41', parent: '12', properties: { [by.property]: by.value } },
    ]);
  });

  test('finds nothing by an empty value or by a text in a number, and asks nothing', async () => {
    const { activities } = connectGo();
    expect(await activities.find({ property: 'name', value: null })).toEqual([]);
    expect(await activities.find({ property: 'hourlyRate', value: 'many' })).toEqual([]);
    expect(await activities.read({ id: 'x' })).toBeUndefined();
  });

  test('gives one record by its id, and nothing where the list of it is empty', async () => {
    play(goUrl, wire.token, wire.activityIsThere, wire.activityIsGone);
    const { activities } = connectGo();
    expect(await activities.read({ id: '57' })).toMatchObject({ id: '57', modifiedAt: morning });
    expect(await activities.read({ id: '57' })).toBeUndefined();
  });
});

const refusal = wire.refusedCode.answer;
const emptyTwice = '{"data":[],"count":2,"success":true}';

describe('a read fails, and never looks empty', () => {
  test.each([
    ['a refusal with 200', refusal],
    ['a problem in place of data', wire.unboundBody.answer],
    ['cut JSON', { status: 200, body: '{"data":[{"id":41,' }],
    ['a login page', { status: 200, body: '<html>Log in</html>' }],
    ['the shape of another version', { status: 200, body: '[]' }],
    ['data without a count', { status: 200, body: '{"data":[],"success":true}' }],
    [
      'an unreadable stamp',
      { status: 200, body: wire.activities.answer.body.replace('T07', '-07') },
    ],
    ['throttling', { status: 429 }],
    ['a missing privilege', { status: 403 }],
    ['an unknown route', { status: 404 }],
    ['an error', { status: 500, body: wire.noChanges.answer.body }],
  ])('with %s', async (_name, answer) => {
    play(goUrl, wire.token, answering(wire.activities, answer));
    await expect(collect(connectGo().activities.list())).rejects.toMatchObject({ code: 'answer' });
  });

  test('with fewer rows than are counted, time after time', async () => {
    const short = answering(wire.activities, { status: 200, body: emptyTwice });
    play(goUrl, wire.token, short, short, short);
    await expect(collect(connectGo().activities.list())).rejects.toMatchObject({ code: 'answer' });
  });

  test('with a connection that breaks', async () => {
    play(goUrl, wire.token);
    breakOff(goUrl, wire.activities);
    await expect(collect(connectGo().activities.list())).rejects.toMatchObject({
      message:
        'PowerOffice GO gave no usable answer: GET /TimeTracking/Activity/ broke off (ECONNRESET)',
    });
  });
});

describe('a page that does not add up', () => {
  test('is read again', async () => {
    const short = answering(wire.activities, { status: 200, body: emptyTwice });
    play(goUrl, wire.token, short, wire.activities);
    expect(await collect(connectGo().activities.list())).toHaveLength(2);
  });
});
