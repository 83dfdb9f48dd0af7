import { describe, expect, test } from 'vitest';
import type { Answer, ApiClient } from '../http/client.ts';
import { createMany } from './batch.ts';
import { deleted, notified } from './pointers.ts';

/** A collection whose API gives these answers, one after the other, and what it was asked. */
function collection(...answers: readonly Answer[]) {
  const asked: string[] = [];
  const api: ApiClient = {
    system: 'Acme',
    baseUrl: 'https://acme.test',
    send: async ({ method, target }) => {
      asked.push(`${method} ${target}`);
      return answers[asked.length - 1] ?? { kind: 'unknown', reason: 'no answer' };
    },
  };
  return { asked, collection: { api, path: '/persons' } };
}

const answered = (body: unknown, status = 200): Answer => ({ kind: 'answered', status, body });
const stored = (index: number, id: string): unknown => ({
  index,
  status: 201,
  record: { id, modifiedAt: '2026-01-05T08:00:00Z' },
});
const requests = (count: number) => Array.from({ length: count }, () => ({ properties: {} }));

describe('a batch', () => {
  test('has the outcome of each record in its place, in whatever order they come', async () => {
    const problem = { title: 'No', status: 422, detail: 'Not accepted.' };
    const items = [stored(2, 'c'), { index: 1, status: 422, problem }, stored(0, 'a')];
    const outcomes = await createMany(collection(answered({ items }, 207)).collection, requests(3));
    expect(outcomes).toMatchObject([
      { kind: 'stored', record: { id: 'a' } },
      { kind: 'refused', reason: expect.stringContaining('Not accepted.') },
      { kind: 'stored', record: { id: 'c' } },
    ]);
  });

  test.each([
    ['of which nothing is known', { kind: 'unknown', reason: 'broke off' }],
    ['that was throttled, perhaps half-way', { kind: 'failed', reason: 'answered 429' }],
    ['that is misshapen', answered({ items: [{ index: 'x' }] }, 207)],
    ['that speaks of no record', answered({ items: [] }, 207)],
    ['that speaks of a record twice', answered({ items: [stored(0, 'a'), stored(0, 'b')] }, 207)],
    ['that is unavailable for a record', answered({ items: [{ index: 0, status: 503 }] }, 207)],
  ] as const)('%s leaves its records unknown', async (_, answer) => {
    const outcomes = await createMany(collection(answer).collection, requests(1));
    expect(outcomes).toMatchObject([{ kind: 'unknown' }]);
  });

  test('that is refused as a whole goes out one by one', async () => {
    const whole = { kind: 'rejected', status: 422, body: {} } as const;
    const one = answered({ id: 'a', modifiedAt: '2026-01-05T08:00:00Z' }, 201);
    const { asked, collection: persons } = collection(whole, one, whole);
    const outcomes = await createMany(persons, requests(2));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['stored', 'refused']);
    expect(asked).toEqual(['POST /persons/batch', 'POST /persons', 'POST /persons']);
  });

  test('holds no more than 100 records', async () => {
    const { asked, collection: persons } = collection();
    expect(await createMany(persons, requests(201))).toHaveLength(201);
    expect(asked).toHaveLength(3);
  });
});

test('notifications are asked for from where the last answer ended', async () => {
  const items = [
    { id: '1', kind: 'changed' },
    { id: '2', kind: 'deleted' },
  ];
  const { asked, collection: persons } = collection(
    answered({ items: [], next: 7 }),
    answered({ items, next: 9 }),
    answered({ items: [], next: 9 }),
  );
  const ask = notified(persons);
  expect(await ask()).toEqual([]);
  expect(await ask()).toEqual([{ id: '1' }, { id: '2', gone: true }]);
  await ask();
  expect(asked).toEqual([
    'GET /persons/changes',
    'GET /persons/changes?after=7',
    'GET /persons/changes?after=9',
  ]);
});

test('deletions that are no longer remembered are expired, and asked for anew from now', async () => {
  const gone = { kind: 'rejected', status: 410, body: undefined } as const;
  const until = '2026-01-05T09:00:00.000Z';
  const { asked, collection: persons } = collection(
    gone,
    answered({ items: [], until }),
    answered({ items: [{ id: '1' }], until }),
  );
  const ask = deleted(persons);
  expect(await ask(0)).toBe('expired');
  expect(await ask(0)).toEqual([{ id: '1', gone: true }]);
  expect(asked[2]).toBe('GET /persons/deleted?since=2026-01-05T09%3A00%3A00.000Z');
});

test('an answer that is no list of pointers is a read that failed', async () => {
  const { collection: persons } = collection(answered({ items: [{ id: '../x' }], next: 1 }));
  await expect(notified(persons)()).rejects.toMatchObject({ code: 'answer' });
});
