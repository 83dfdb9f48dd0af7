import { describe, expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, now, peopleLink, peoplePlan } from '../../../fixtures/engine/section-plan.ts';
import type { Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import type { SectionPlan } from '../plan.ts';
import type { WriteOutcome } from '../port.ts';
import type { Pending } from '../store/link.ts';
import type { RowDecision } from './decide.ts';
import { deliver } from './deliver.ts';

const base = {
  'mail=email': { source: 'old', target: 'old' },
  'points=score': { source: '1', target: 1 },
};
const link = peopleLink('1', { base, known: { source: 10, target: 10 } });

/** Person 1 and its contact t1, of which decisions are to be carried out. */
async function pairOf(over: Partial<SectionPlan> = {}, others: readonly SectionPlan[] = []) {
  const source = entityInMemory([record('1', { mail: 'new', points: '2' })]);
  const target = entityInMemory([record('t1', { email: 'old', score: 1 })]);
  const plan = peoplePlan({ source, target }, over);
  const cycle = cycleOver([plan, ...others]);
  cycle.notes.tried.add('people/1');
  await cycle.store.commit([{ kind: 'link', link }]);
  const { store } = cycle;
  const decided = (key: string, decision: Partial<RowDecision> = {}): RowDecision => {
    const row = plan.rows.find((each) => each.key === key);
    if (row === undefined) throw new Error(`no row ${key}`);
    const value = { source: 'new', target: 'old' };
    const changed = { source: true, target: false };
    const diff = { row, value, changed, agree: false };
    return { kind: 'write', to: 'target', value: 'new', row, diff, ...decision } as RowDecision;
  };
  return {
    ...{ source, target, plan, cycle, decided },
    carryOut: (...decisions: readonly RowDecision[]) =>
      deliver({ cycle, plan, link }, { decisions, records: {} }),
    base: async () => (await store.link({ section: 'people', side: 'source', id: '1' }))?.base,
    link: () => store.link({ section: 'people', side: 'source', id: '1' }),
    open: () => store.pending({ section: 'people', sourceId: '1' }),
    lost: () => store.lostValues({ section: 'people', reported: true }),
  };
}

test('All that one record is to be told goes in one write, and each side’s store is the new base', async () => {
  const { decided, carryOut, target, cycle, ...after } = await pairOf();
  await carryOut(decided('mail=email'), decided('points=score', { value: 2 }));
  expect(target.calls).toEqual(['update t1 {"email":"new","score":2}']);
  expect(await after.base()).toEqual({
    'mail=email': { source: 'new', target: 'new' },
    'points=score': { source: 'new', target: 2 },
  });
  expect([cycle.notes.writes, await after.open()]).toEqual([1, undefined]);
  expect([...cycle.notes.tried]).toEqual([]);
});

test('The base is what the target says that it stored, also where it kept nothing', async () => {
  const { decided, carryOut, target, ...after } = await pairOf();
  const stored = record('t1', { email: 'NEW' }, 70);
  target.outcomes.push(
    { kind: 'stored', record: stored },
    { kind: 'stored', record: record('t1') },
  );
  await carryOut(decided('mail=email'));
  expect((await after.base())?.['mail=email']).toEqual({ source: 'new', target: 'NEW' });
  expect(await after.link()).toMatchObject({
    known: { source: 10, target: 70 },
    learnt: { source: undefined, target: now },
  });
  await carryOut(decided('mail=email'));
  expect((await after.base())?.['mail=email']).toEqual({ source: 'new', target: null });
});

test('What both sides say already moves the base, and nothing is written', async () => {
  const { decided, carryOut, target, source, ...after } = await pairOf();
  await carryOut(
    decided('mail=email', { kind: 'settle' }),
    decided('points=score', { kind: 'nothing' }),
  );
  expect([target.calls, source.calls]).toEqual([[], []]);
  expect(await after.base()).toEqual({
    ...base,
    'mail=email': { source: 'new', target: 'old' },
  });
});

test('Each side gets a write of its own', async () => {
  const { decided, carryOut, target, source } = await pairOf();
  await carryOut(decided('mail=email'), decided('points=score', { to: 'source', value: '9' }));
  expect([target.calls, source.calls]).toEqual([
    ['update t1 {"email":"new"}'],
    ['update 1 {"points":"9"}'],
  ]);
});

test('Only what arrived moves the base; what did not stays open with the first trouble', async () => {
  const { decided, carryOut, target, cycle, ...after } = await pairOf();
  target.outcomes.push({ kind: 'refused', reason: 'too long' });
  await carryOut(decided('mail=email'), decided('points=score', { to: 'source', value: '9' }));
  expect(await after.base()).toMatchObject({
    'mail=email': { source: 'old', target: 'old' },
    'points=score': { source: '9' },
  });
  expect(await after.open()).toMatchObject({
    ...{ kind: 'refused', reason: 'too long', source: { id: '1' } },
    tried: '[["target",[["email","new"]]],["source",[["points","9"]]]]',
  });
  expect([cycle.notes.writes, [...cycle.notes.tried]]).toEqual([1, ['people/1']]);
});

test.each<[Pending['kind'], Value, boolean, boolean]>([
  ['refused', 'new', false, false],
  ['refused', 'newer', false, true],
  ['failed', 'new', false, true],
  ['refused', 'new', true, true],
])('After "%s" the write of %j, sweeping %s, is sent: %s', async (kind, value, sweeping, sent) => {
  const { decided, target, plan, cycle } = await pairOf();
  const tried = '[["target",[["email","new"]]]]';
  const pending = { section: 'people', source: { id: '1' }, kind, tried, reason: '', attempts: 1 };
  await cycle.store.commit([{ kind: 'pending', pending }]);
  const decisions = [decided('mail=email', { value })];
  await deliver({ cycle: { ...cycle, sweeping }, plan, link }, { decisions, records: {} });
  expect(target.calls).toHaveLength(sent ? 1 : 0);
});

test('What is about to be written is noted before it is sent, and no longer once it is stored', async () => {
  const { decided, plan, cycle, open } = await pairOf();
  const noted: unknown[] = [];
  const write = async (): Promise<WriteOutcome> => {
    noted.push(await open());
    return { kind: 'stored', record: record('t1', { email: 'new' }) };
  };
  const watched = { ...cycle, parts: { ...cycle.parts, write } };
  await deliver(
    { cycle: watched, plan, link },
    { decisions: [decided('mail=email')], records: {} },
  );
  expect(noted).toMatchObject([{ kind: 'unknown', tried: '[["target",[["email","new"]]]]' }]);
  expect(await open()).toBeUndefined();
});

test('Where a refusal is open and nothing is to be written, it is over', async () => {
  const { carryOut, cycle, ...after } = await pairOf();
  const pending = { section: 'people', source: { id: '1' }, kind: 'refused' as const, tried: '[]' };
  await cycle.store.commit([{ kind: 'pending', pending: { ...pending, reason: '', attempts: 1 } }]);
  await carryOut();
  expect(await after.open()).toBeUndefined();
});

describe('a value that loses', () => {
  test('is durable before the write that overwrites it goes out', async () => {
    const { decided, plan, cycle, lost } = await pairOf();
    const seen: unknown[] = [];
    const write = async (): Promise<WriteOutcome> => {
      seen.push(...(await lost()));
      return { kind: 'stored', record: record('t1') };
    };
    const watched = { ...cycle, parts: { ...cycle.parts, write } };
    const decisions = [decided('mail=email', { lost: 'old' })];
    await deliver({ cycle: watched, plan, link }, { decisions, records: {} });
    const pair = { section: 'people', source: { id: '1' }, target: { id: 't1' } };
    expect(seen).toEqual([
      {
        ...{ ...pair, row: 'mail=email', winner: 'source', kept: 'new', lost: 'old' },
        ...{ at: now, reported: false },
      },
    ]);
  });

  test.each<[WriteOutcome, number]>([
    [{ kind: 'gone' }, 0],
    [{ kind: 'failed', reason: '' }, 1],
    [{ kind: 'unknown', reason: '' }, 1],
  ])('is still lost after %j: %i', async (outcome, count) => {
    const { decided, carryOut, target, lost } = await pairOf();
    target.outcomes.push(outcome);
    await carryOut(decided('mail=email', { lost: 'old' }), decided('points=score'));
    expect(await lost()).toHaveLength(count);
  });
});

test('A record that is gone breaks the link on its side', async () => {
  for (const to of ['source', 'target'] as const satisfies readonly Side[]) {
    const { decided, carryOut, target, source, cycle, link: after, open } = await pairOf();
    ({ source, target })[to].outcomes.push({ kind: 'gone' });
    await carryOut(decided('mail=email', { to }));
    expect(await after()).toMatchObject({ broken: to });
    expect(await open()).toBeUndefined();
    expect(cycle.notes.problems).toMatchObject([{ kind: 'broken', record: { side: to } }]);
  }
});

describe('a property that is written through another section’s counterpart', () => {
  const settings = { writeThrough: { email: { section: 'Users', property: 'login' } } };

  async function writing(linked: boolean, outcome?: WriteOutcome) {
    const users = entityInMemory([record('u1')]);
    const sides = { source: entityInMemory(), target: users };
    const accounts: SectionPlan = {
      ...peoplePlan(sides),
      ...{ key: 'users', heading: 'Users', entity: { source: 'Person', target: 'User' } },
    };
    const pair = await pairOf({ settings }, [accounts]);
    const other = peopleLink('1', { section: 'users', target: { id: 'u1' } });
    if (linked) await pair.cycle.store.commit([{ kind: 'link', link: other }]);
    if (outcome !== undefined) users.outcomes.push(outcome);
    await pair.carryOut(pair.decided('mail=email'), pair.decided('points=score', { value: 2 }));
    return { users, ...pair };
  }

  test('goes there under its name there, beside what the record itself is told', async () => {
    const { users, target, ...after } = await writing(true);
    expect([users.calls, target.calls]).toEqual([
      ['update u1 {"login":"new"}'],
      ['update t1 {"score":2}'],
    ]);
    expect((await after.base())?.['mail=email']).toEqual({ source: 'new', target: 'new' });
    // The stamp is another record's.
    expect(await after.link()).toMatchObject({ target: { id: 't1' }, known: { target: 1000 } });
  });

  test('goes to the record itself while there is no such counterpart', async () => {
    const { users, target } = await writing(false);
    expect([users.calls, target.calls]).toEqual([[], ['update t1 {"email":"new","score":2}']]);
  });

  test('fails, and breaks nothing, where that counterpart is gone', async () => {
    const { link: after, open } = await writing(true, { kind: 'gone' });
    expect((await after())?.broken).toBeUndefined();
    expect(await open()).toMatchObject({
      kind: 'failed',
      reason: 'the record to write through is gone',
    });
  });

  test('is only so on the target', async () => {
    const { source, decided, carryOut } = await writing(true);
    await carryOut(decided('mail=email', { to: 'source', value: 'x' }));
    expect(source.calls).toEqual(['update 1 {"mail":"x"}']);
  });
});
