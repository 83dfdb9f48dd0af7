import { done, ending, refusal, refused } from '../envelope.ts';
import type { OfficeSession } from '../office-session.ts';
import { activities, makeActivity, makeCustomer, type OfficeCase } from './records.ts';

const odata = { ...refused, exception: 'OData' };

/** Three activities and the filter that lets them through alone. */
async function three(session: OfficeSession): Promise<{ readonly $filter: string }> {
  const name = session.system.names();
  for (const code of ['c', 'a', 'b']) await makeActivity(session, { code: `${name}${code}` });
  return { $filter: `startswith(Code, '${name}') eq true` };
}

async function letters(
  session: OfficeSession,
  options: Readonly<Record<string, string | number>>,
): Promise<string> {
  const { rows } = await session.list(activities, options);
  return rows.map(({ code }) => String(code).slice(-1)).join('');
}

/** Order, pages and other options of lists of v1 (`apis.md 1.6`, `1.7`). */
export const pagingCases: readonly OfficeCase[] = [
  {
    rows: ['1.6 $orderby', '1.6 $skip', '1.6 $top', '1.6 page past the end'],
    behaviour: 'poweroffice-go/empty-page',
    title: 'Ordered pages follow each other, and end with an empty one',
    writes: true,
    run: async (session) => {
      const page = { ...(await three(session)), $orderby: 'Code asc', $top: 2 };
      return {
        first: await letters(session, { ...page, $skip: 0 }),
        second: await letters(session, { ...page, $skip: 2 }),
        past: ending(await session.list(activities, { ...page, $skip: 4 })),
        backwards: await letters(session, { ...page, $orderby: 'Code desc' }),
      };
    },
    expected: { first: 'ab', second: 'c', past: done, backwards: 'cb' },
  },
  {
    rows: ['1.6 $skip', 'S11'],
    behaviour: 'poweroffice-go/skip-needs-order',
    title: '$skip without $orderby or without $top is refused',
    run: async (session) => [
      refusal(await session.list(activities, { $skip: 1, $top: 1 })),
      refusal(await session.list(activities, { $skip: 1, $orderby: 'Id' })),
    ],
    expected: [odata, odata],
  },
  {
    rows: ['1.6 default order', 'S11'],
    behaviour: 'poweroffice-go/no-default-order',
    title: 'Without an order all rows come, in whatever order',
    writes: true,
    run: async (session) => [...(await letters(session, await three(session)))].sort().join(''),
    expected: 'abc',
  },
  {
    rows: ['1.6 count', 'S12'],
    behaviour: 'poweroffice-go/envelope-list',
    title: 'count is of the rows after the filter, not of the page',
    writes: true,
    run: async (session) => {
      const page = { ...(await three(session)), $orderby: 'Id', $top: 1 };
      const { count = null, rows } = await session.list(activities, page);
      return { count, rows: rows.length };
    },
    expected: { count: 3, rows: 1 },
  },
  {
    rows: ['S13'],
    title: 'Pages by offset skip a row when one before them goes',
    writes: true,
    run: async (session) => {
      const options = { ...(await three(session)), $orderby: 'Code', $top: 1 };
      const { rows } = await session.list(activities, { ...options, $skip: 0 });
      await session.remove(`${activities}/${String(rows[0]?.['id'])}`);
      return letters(session, { ...options, $skip: 1 });
    },
    expected: 'c',
  },
  {
    rows: ['1.6 $select, $expand'],
    behaviour: 'poweroffice-go/no-select',
    title: '$select leaves nothing out',
    writes: true,
    run: async (session) => {
      const page = { ...(await three(session)), $select: 'Code', $top: 1, $orderby: 'Id' };
      const { rows } = await session.list(activities, page);
      return rows.map(({ name, activityType }) => [typeof name, typeof activityType]);
    },
    expected: [['string', 'number']],
  },
  {
    rows: ['1.6 encoding'],
    behaviour: 'poweroffice-go/encoded-dollar',
    title: 'Options go with $ and with %24',
    writes: true,
    run: async (session) => {
      await three(session);
      const plain = await session.get(`${activities}?$top=1&$orderby=Id`);
      const encoded = await session.get(`${activities}?%24top=1&%24orderby=Id`);
      return [plain.rows.length, encoded.rows.length];
    },
    expected: [1, 1],
  },
  {
    rows: ['1.6 no-dollar form'],
    behaviour: 'poweroffice-go/dollarless-options',
    title: 'Options go without their $ too',
    backend: 'net8',
    writes: true,
    run: async (session) => {
      await three(session);
      return (await session.list(activities, { top: 1, orderby: 'Id' })).rows.length;
    },
    expected: 1,
  },
  {
    rows: ['1.6 $orderby'],
    behaviour: 'poweroffice-go/orderby-separators',
    title: 'Keys of an order are separated by a comma, not by a space',
    backend: 'net8',
    run: async (session) => [
      ending(await session.list(activities, { $orderby: 'Name asc,Code desc', $top: 1 })),
      refusal(await session.list(activities, { $orderby: 'Name Code', $top: 1 })),
    ],
    expected: [done, odata],
  },
  {
    rows: ['1.6 $orderby'],
    behaviour: 'poweroffice-go/orderby-separators',
    title: 'The older back end takes keys separated by a space',
    backend: 'netfx',
    run: async (session) =>
      ending(await session.list(activities, { $orderby: 'Name Code', $top: 1 })),
    expected: done,
  },
  {
    rows: ['1.6 unknown parameter'],
    behaviour: 'poweroffice-go/unknown-query-ignored',
    title: 'An unknown parameter is ignored',
    run: async (session) =>
      ending(await session.list('/Customer', { organizationNo: 1, $top: 1, $orderby: 'Id' })),
    expected: done,
  },
  {
    rows: ['1.7 row ceilings', 'S15'],
    behaviour: 'poweroffice-go/row-ceilings',
    title: 'More rows than one answer may hold are a failure, not a cut list',
    writes: true,
    needs: 'crowded',
    run: async (session) => {
      const there = session.at('crowded');
      for (let made = 0; made < 3; made++) await makeCustomer(there);
      const { status, success = null, members } = await there.list('/Customer');
      return { status, success, members };
    },
    expected: { ...refused, members: ['success', 'validation'] },
  },
  {
    rows: ['1.7 replica', 'S14'],
    behaviour: 'poweroffice-go/primary-answers',
    title: 'The answer to a write shows it, and a read after the advised wait does too',
    writes: true,
    run: async (session) => {
      const { path, data } = await makeActivity(session);
      const { name } = data;
      return { answered: typeof name, read: (await session.get(path)).data['name'] === name };
    },
    expected: { answered: 'string', read: true },
  },
];
