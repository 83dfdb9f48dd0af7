import { describe, expect, test } from 'vitest';
import { createBench, type Reply, signIn } from '../bench.ts';
import { createDocumentTwin } from '../document/twin.ts';
import type { FaultPlan } from '../faults/plan.ts';
import { twinFetch } from '../http/fetch.ts';

async function setUp() {
  const bench = createBench();
  const properties = [{ name: 'name', type: 'string' as const }];
  const twin = createDocumentTwin({
    ...bench.options,
    system: 'Any',
    entities: [{ name: 'A', properties }],
    offers: { batches: true, notifications: true, tombstones: 60_000 },
  });
  const call = await signIn(twinFetch([twin]).fetch, twin);
  const batch = (names: readonly unknown[]): Promise<Reply> =>
    call('/a/batch', { method: 'POST', json: names.map((name) => ({ name })) });
  const inject = (plan: FaultPlan): void => bench.faults.inject(plan);
  return { ...bench, twin, call, batch, inject };
}

const outcomes = ({ body }: Reply): readonly string[] =>
  (body as { items: readonly { index: number; status: number }[] }).items.map(
    ({ index, status }) => `${index}:${status}`,
  );

describe('a batch', () => {
  test('makes each record by itself, and says of each what became of it', async () => {
    const { batch, twin, requests } = await setUp();
    const reply = await batch(['a', 7, 'c']);
    expect([reply.status, outcomes(reply)]).toEqual([207, ['0:201', '1:422', '2:201']]);
    expect(await twin.party.ids('A')).toHaveLength(2);
    expect((await batch([8])).status).toBe(207);
    expect(requests().at(-1)?.refused).toBe(true);
  });

  test('is a list of no more than 100 records', async () => {
    const { batch, call } = await setUp();
    expect((await batch(Array.from({ length: 101 }, () => 'a'))).status).toBe(400);
    expect((await call('/a/batch', { method: 'POST', json: {} })).status).toBe(400);
  });

  test('is refused in part, cut short, or answered out of order by F18', async () => {
    const { batch, inject, twin } = await setUp();
    inject([{ code: 'F18', refused: [1], reversed: true }]);
    expect(outcomes(await batch(['a', 'b', 'c']))).toEqual(['2:201', '1:422', '0:201']);
    inject([{ code: 'F18', cut: { after: 2, answer: 503 } }]);
    expect((await batch(['d', 'e', 'f'])).status).toBe(503);
    expect(await twin.party.ids('A')).toHaveLength(4);
  });
});

describe('notifications', () => {
  const told = ({ body }: Reply): readonly string[] =>
    (
      body as { items: readonly { id: string; kind: string; record?: { name?: string } }[] }
    ).items.map(({ id, kind, record }) => `${id} ${kind} ${record?.name ?? '-'}`);

  async function edited() {
    const set = await setUp();
    const { party } = set.twin;
    await party.create('A', { name: 'a' });
    await party.create('A', { name: 'b' });
    await party.edit('A', '1001', { name: 'c' });
    await party.remove('A', '1001');
    return set;
  }

  test('tell every change from a place on, each with the record as it was then', async () => {
    const { call } = await edited();
    expect((await call('/a/changes')).body).toEqual({ items: [], next: 4 });
    const all = await call('/a/changes?after=0');
    expect(told(all)).toEqual([
      '1001 changed a',
      '1002 changed b',
      '1001 changed c',
      '1001 deleted -',
    ]);
    expect((await call('/a/changes?after=x')).status).toBe(400);
  });

  test.each([
    [{ how: 'lost', ids: ['1001'] }, ['1002 changed b']],
    [{ how: 'doubled', ids: ['1002'] }, ['1001 changed a', '1002 changed b', '1002 changed b']],
    [{ how: 'reordered' }, ['1001 deleted -', '1001 changed c']],
    [{ how: 'thin' }, ['1001 changed -', '1002 changed -']],
    [{ how: 'delayed', ids: ['1001'] }, ['1002 changed b']],
  ] as const)('are %j by F19', async (rule, first) => {
    const { call, inject } = await edited();
    inject([{ code: 'F19', ...rule }]);
    expect(told(await call('/a/changes?after=0')).slice(0, first.length)).toEqual(first);
  });

  test('that are delayed come later, once', async () => {
    const { call, inject, advance } = await edited();
    inject([{ code: 'F19', how: 'delayed', ms: 1000, ids: ['1002'] }]);
    expect(told(await call('/a/changes?after=0'))).toHaveLength(3);
    advance(1000);
    expect(told(await call('/a/changes?after=4'))).toEqual(['1002 changed b']);
    expect(told(await call('/a/changes?after=4'))).toEqual([]);
  });
});

test('deletions are told of as long as they are remembered', async () => {
  const { call, twin, advance } = await setUp();
  await twin.party.create('A', { name: 'a' });
  await twin.party.remove('A', '1001');
  const since = '/a/deleted?since=2026-01-01T12:00:00Z';
  expect((await call(since)).body).toEqual({
    items: [{ id: '1001', deletedAt: '2026-01-01T12:00:00.000Z' }],
    until: '2026-01-01T12:00:00.000Z',
  });
  advance(60_001);
  expect((await call(since)).status).toBe(410);
});
