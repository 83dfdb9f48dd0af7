import { anyOf, type Contender } from './contender.ts';

const json = { 'content-type': 'application/json' };

/** The tasks as they are asked of servers without authorisation; `lists` is the query for the last ten. */
export function plainShots(setting: {
  readonly records: number;
  readonly lists: string;
  readonly update: 'PATCH' | 'PUT';
}): Contender['shots'] {
  const path = (number: number): string => `/activities/${1001 + anyOf(setting.records, number)}`;
  return {
    read: (number) => ({ method: 'GET', path: path(number) }),
    'list by change': () => ({ method: 'GET', path: `/activities${setting.lists}` }),
    update: (number) => ({
      ...{ method: setting.update, path: path(number), headers: json },
      body: JSON.stringify({ subject: `Møte ${number}` }),
    }),
    create: (number) => ({
      ...{ method: 'POST', path: '/activities', headers: json },
      body: JSON.stringify({ subject: `Nytt møte ${number}` }),
    }),
  };
}

/** The records that such a server begins with; the last ten changed last. */
export function plainRecords(records: number): readonly object[] {
  return Array.from({ length: records }, (_, at) => ({
    id: 1001 + at,
    subject: `Møte ${at}`,
    startsAt: '2026-01-05T08:00:00.000Z',
    createdAt: '2026-01-01T00:00:00.000Z',
    modifiedAt: at >= records - 10 ? '2026-01-02T00:00:00.000Z' : '2026-01-01T00:00:00.000Z',
  }));
}

/** Of which `modifiedAt` the last ten are, and no others. */
export const lastTen = '2026-01-02T00:00:00.000Z';
