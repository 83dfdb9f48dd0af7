import { expect, test } from 'vitest';
import type { RequestEntry } from '../../evidence/ledger.ts';
import type { Bench } from '../basis/bench.ts';
import { testBench } from '../test-bench.ts';
import { type TestWorld, testWorld } from '../test-world.ts';
import type { Moment } from '../watching/scene.ts';
import { budget } from './budget.ts';

const well = { problems: [], conflicts: [] };

/** A quiet pass, and one with so many requests after so many edits. */
async function judged(requests: number, { edits = 0, fault = '' } = {}) {
  const told = testWorld();
  await told.scene({ report: well });
  for (let i = 0; i < edits; i += 1) {
    told.change({ by: 'user', side: 'source', id: '1', fields: { city: `${i}` } });
  }
  for (let i = 0; i < requests; i += 1) told.request(fault === '' ? {} : { fault });
  return budget.judge(await told.scene({ report: well }));
}

test('A pass in which there is nothing to do may cost a little, not a lot', async () => {
  expect(await judged(6)).toEqual([]);
  expect(await judged(7)).toMatchObject([{ law: 'I13 budget', expected: 'at most 6', found: '7' }]);
});

test('What there is to do may be paid for', async () => {
  expect(await judged(14, { edits: 2 })).toEqual([]);
  expect(await judged(15, { edits: 2 })).toHaveLength(1);
});

test('A pass in which a fault struck may cost more, but asks nothing again and again', async () => {
  expect(await judged(10, { fault: 'F3: 503' })).toEqual([]);
  expect(await judged(11, { fault: 'F3: 503' })).toMatchObject([
    { message: expect.stringContaining('one and the same request was sent 11 times') },
  ]);
});

/** How many requests the last of three passes may send, as it is said where there are too many. */
async function allowed(
  tell: (told: TestWorld) => void,
  { between = nothing, report = well }: { between?: typeof tell; report?: Moment['report'] } = {},
) {
  const told = testWorld();
  tell(told);
  await told.scene({ report: well });
  between(told);
  await told.scene({ report });
  for (let i = 0; i < 100; i += 1) told.request();
  const [violation] = await budget.judge(await told.scene({ report }));
  return violation?.expected;
}

const nothing = () => undefined;

function made(told: TestWorld, count: number) {
  for (let id = 1; id <= count; id += 1) {
    told.change({ by: 'user', side: 'source', id: `${id}`, action: 'create', fields: {} });
  }
}

test('What the pass before changed may be looked at once more', async () => {
  const edited = (told: TestWorld) =>
    told.change({ by: 'user', side: 'target', id: '9', fields: { town: 'Oslo' } });
  expect(await allowed(nothing, { between: edited })).toBe('at most 10');
  expect(await allowed(edited)).toBe('at most 6');
});

test('What is reported, in this pass or in the one before, may be tried again', async () => {
  const problem = { kind: 'refused', reason: 'no', record: { side: 'source', id: '1' } } as const;
  const report = { problems: [problem], conflicts: [] };
  expect(await allowed(nothing, { report })).toBe('at most 14');
});

test('Records that are alone may be looked up, and all of them listed, ten at a time', async () => {
  expect(await allowed((told) => made(told, 10))).toBe('at most 47');
  expect(await allowed((told) => made(told, 11))).toBe('at most 52');
  const linked = (told: TestWorld) => {
    const name = 'Ada Lovelace';
    told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name } });
    const fields = { fullName: name };
    told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields });
  };
  expect(await allowed(linked)).toBe('at most 7');
});

test('The first pass of an engine is not judged, nor one in which another one began', async () => {
  const first = testWorld();
  for (let i = 0; i < 100; i += 1) first.request();
  expect(await budget.judge(await first.scene({ report: well }))).toEqual([]);
  for (const [start, violations] of [
    [1, 0],
    [2, 0],
    [0, 1],
  ] as const) {
    const told = testWorld();
    told.request();
    await told.scene({ report: well });
    for (let i = 0; i < 100; i += 1) told.request();
    const scene = await told.scene({ report: well, starts: [start] });
    expect(await budget.judge(scene), `started at ${start}`).toHaveLength(violations);
  }
});

test('It is said which request was the last of too many', async () => {
  const [violation] = await judged(7);
  expect(violation?.message).toBe(
    '7 requests were sent in one pass, the last of them request 7, and there was little to do',
  );
});

test('What was reported long ago is no longer to be tried again', async () => {
  const told = testWorld();
  const report = { problems: [{ kind: 'refused', reason: 'no' }], conflicts: [] };
  await told.scene({ report });
  for (let pass = 0; pass < 2; pass += 1) await told.scene({ report: well });
  for (let i = 0; i < 7; i += 1) told.request();
  expect(await budget.judge(await told.scene({ report: well }))).toHaveLength(1);
});

/** How many requests a pass may send, as it is said where there are too many, in which all is quiet. */
async function allowedBetween(benches: readonly Bench[]) {
  const told = testWorld();
  await told.scene({ report: well });
  for (let i = 0; i < 100; i += 1) told.request();
  const scene = await told.scene({ report: well });
  const [violation] = await budget.judge({ ...scene, benches });
  return violation?.expected;
}

test('Each section may be listed, and each side asked for what it tells by itself', async () => {
  const quiet = testBench({});
  expect(await allowedBetween([quiet, quiet])).toBe('at most 12');
  const source = ['notifications', 'tombstones'] as const;
  expect(await allowedBetween([testBench({ offers: { source } })])).toBe('at most 10');
  const target = ['notifications', 'batches', 'archives'] as const;
  expect(await allowedBetween([testBench({ offers: { source, target } }), quiet])).toBe(
    'at most 18',
  );
});

test('Where a fault struck, it is told what was asked for again and again, tokens apart', async () => {
  const asking = async (requests: readonly Partial<RequestEntry>[]) => {
    const told = testWorld();
    await told.scene({ report: well });
    for (const request of requests) told.request({ fault: 'F3: 503', ...request });
    return budget.judge(await told.scene({ report: well }));
  };
  const eleven = Array.from({ length: 11 }, (_, place) => place);
  expect(await asking(eleven.map((place) => ({ url: `/contact/${place}` })))).toEqual([]);
  const token = { method: 'POST', mutating: false, request: 'grant_type=client_credentials' };
  expect(await asking(eleven.map(() => token))).toEqual([]);
  expect(await asking(eleven.map(() => ({})))).toEqual([
    {
      law: 'I13 budget',
      message:
        'one and the same request was sent 11 times in one pass, the last of them request 11, PATCH /contact/9 to Globex',
      expected: 'at most 10',
      found: '11',
    },
  ]);
});

test('The last two passes are looked at, however many there were', async () => {
  const told = testWorld();
  for (let pass = 0; pass < 2; pass += 1) await told.scene({ report: well });
  for (let i = 0; i < 100; i += 1) told.request({ fault: 'F3: 503', url: `/contact/${i}` });
  expect(await budget.judge(await told.scene({ report: well }))).toEqual([]);
});
