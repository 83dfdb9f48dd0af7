import { expect, test } from 'vitest';
import { collect } from '../collect.ts';
import type { ApiClient } from '../http/client.ts';
import { activity } from './kinds.ts';
import { pages } from './pages.ts';

/** A table that answers like the API; `meddle` is called before each page with the pages so far. */
function table(ids: number[], meddle: (page: number, ids: number[]) => void = () => {}) {
  const targets: string[] = [];
  const api: ApiClient = {
    system: 'PowerOffice GO',
    baseUrl: 'https://x.test',
    send: async ({ target }) => {
      meddle(targets.length, ids);
      targets.push(target);
      const query = new URL(target, 'https://x.test').searchParams;
      const after = Number(/Id gt (\d+)/.exec(query.get('$filter') ?? '')?.[1] ?? -1);
      const left = ids.filter((id) => id > after).sort((a, b) => a - b);
      const data = left
        .slice(0, Number(query.get('$top')))
        .map((id) => ({ id, lastChanged: '2026-03-02T08:00:00 +00:00' }));
      return { kind: 'answered', status: 200, body: { data, count: left.length, success: true } };
    },
  };
  return { targets, source: { api, kind: activity } };
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

async function idsOf(source: ReturnType<typeof table>['source']) {
  return (await collect(pages(source, []))).map(({ id }) => Number(id));
}

test('pages are asked for one after another, and none too many', async () => {
  const { source, targets } = table(numbers(1, 1000));
  expect(await idsOf(source)).toEqual(numbers(1, 1000));
  expect(targets.map((target) => decodeURIComponent(target.split('?')[1] ?? ''))).toEqual([
    '$orderby=Id&$top=500',
    '$filter=(Id gt 500)&$orderby=Id&$top=500',
  ]);
});

test('rows that come and go between two pages make no other row lost or doubled', async () => {
  const { source } = table(numbers(10, 1200), (page, ids) => {
    if (page !== 1) return;
    ids.splice(0, 3);
    ids.push(1201, 5);
  });
  expect(await idsOf(source)).toEqual([...numbers(10, 1200), 1201]);
});

test('conditions are kept on every page', async () => {
  const { source, targets } = table(numbers(1, 501));
  await collect(pages(source, ["Name eq 'x'"]));
  expect(decodeURIComponent(targets[1] ?? '')).toContain("$filter=(Name eq 'x') and (Id gt 500)&");
});

/** Answers every page with the same rows. */
function always(ids: readonly (number | string)[], count = ids.length) {
  const data = ids.map((id) => ({ id, lastChanged: '2026-03-02T08:00:00 +00:00' }));
  const body = { data, count, success: true };
  const { source } = table([]);
  const api: ApiClient = {
    ...source.api,
    send: async () => ({ kind: 'answered', status: 200, body }),
  };
  return { ...source, api };
}

test.each([
  ['out of order', [2, 1]],
  ['twice', [1, 1]],
])('rows that come %s are given up', async (_how, ids) => {
  await expect(collect(pages(always(ids), []))).rejects.toMatchObject({ code: 'answer' });
});

test('a page that starts again from the first row is given up', async () => {
  const list = collect(pages(always(numbers(1, 500), 600), []));
  await expect(list).rejects.toMatchObject({ code: 'answer' });
});

test('ids that a double cannot tell apart are two records', async () => {
  const ids = ['9007199254740992', '9007199254740993'];
  const found = await collect(pages(always(ids), []));
  expect(found.map(({ id }) => id)).toEqual(ids);
});
