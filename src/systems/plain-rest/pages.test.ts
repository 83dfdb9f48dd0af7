import { expect, test } from 'vitest';
import { virtualClock } from '../../clock.ts';
import type { EntityPort } from '../../sync/port.ts';
import type { RemoteRecord } from '../../sync/record.ts';
import { collect } from '../collect.ts';
import { plainRestSystem } from './system.ts';

/** What a list answers to its requests, one after the other: ids, all that are counted, whether there is a next page. */
type Answer = readonly [ids: readonly number[], total: number, next?: 'next'];

function listed(...answers: readonly Answer[]): Promise<readonly string[]> {
  return asked(answers, (port) => collect(port.list()));
}

async function asked(
  answers: readonly Answer[],
  ask: (port: EntityPort) => Promise<readonly RemoteRecord[]>,
): Promise<readonly string[]> {
  const baseUrl = 'https://crm.test';
  const left = [...answers];
  const answer = (url: string): object => {
    if (url.endsWith('/token')) return { access_token: 't', token_type: 'Bearer', expires_in: 60 };
    const [ids, total, next] = left.shift() ?? [[], Number.NaN];
    const items = ids.map((id) => ({ id: `${id}`, modifiedAt: '2026-01-05T08:00:00Z' }));
    return { items, total, ...(next && { next: `${baseUrl}/people?cursor=${ids.at(-1)}` }) };
  };
  const system = plainRestSystem({
    ...{ system: 'CRM', baseUrl, clock: virtualClock(0), clientId: 'c', clientSecret: 's' },
    collectionOf: () => 'people',
    fetch: async (input) => Response.json(answer(String(input))),
  });
  const port = system.entity('People');
  const records = port === undefined ? [] : await ask(port);
  expect(left).toEqual([]);
  return records.map(({ id }) => id);
}

test('A row that was edited into the list behind the page in hand is shown by reading again', async () => {
  const ids = await listed([[2, 4], 3, 'next'], [[9], 4], [[2, 3], 4, 'next'], [[4, 9], 4]);
  expect(new Set(ids)).toEqual(new Set(['2', '3', '4', '9']));
});

test('What is found while rows move is found once', async () => {
  const answers: readonly Answer[] = [
    [[2], 2],
    [[2, 9], 2],
  ];
  const find = (port: EntityPort) => port.find({ property: 'name', value: 'Ada' });
  expect(await asked(answers, find)).toEqual(['2', '9']);
});

test('A page that shows a row of the page before is read again', async () => {
  expect(await listed([[2, 4], 3, 'next'], [[4, 9], 3], [[9], 3])).toEqual(['2', '4', '9']);
});

test('A page may have its rows in any order, and rows may go while others are read', async () => {
  expect(await listed([[4, 2], 3, 'next'], [[10], 2])).toEqual(['4', '2', '10']);
});

test.each([
  [
    'ends early each time',
    [
      [[2], 3],
      [[2], 3],
      [[2], 3],
    ],
  ],
  [
    'shows a row twice each time',
    [
      [[2, 2], 2],
      [[2, 2], 2],
      [[2, 2], 2],
    ],
  ],
  [
    'goes on with nothing each time',
    [
      [[], 1, 'next'],
      [[], 1, 'next'],
      [[], 1, 'next'],
    ],
  ],
] as const)('A list that %s is refused', async (_name, answers) => {
  await expect(listed(...answers)).rejects.toMatchObject({ code: 'answer' });
});
