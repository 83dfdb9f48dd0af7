import { describe, expect, test } from 'vitest';
import { deciding, decidingLink as link } from '../../../fixtures/engine/deciding.ts';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import {
  now,
  peopleLink,
  peoplePending,
  peoplePlan,
} from '../../../fixtures/engine/section-plan.ts';
import type { Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import type { SectionPlan } from '../plan.ts';
import type { WriteOutcome } from '../port.ts';
import type { Pending } from '../store/link.ts';
import { deliver } from './deliver.ts';

test('All that one record is to be told goes in one write, and each side’s store is the new base', async () => {
  const { decided, carryOut, target, cycle, ...after } = await deciding();
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
  const { decided, carryOut, target, ...after } = await deciding();
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
  const { decided, carryOut, target, source, ...after } = await deciding();
  await carryOut(
    decided('mail=email', { kind: 'settle' }),
    decided('points=score', { kind: 'nothing' }),
  );
  expect([target.calls, source.calls]).toEqual([[], []]);
  expect(await after.base()).toEqual({
    ...link.base,
    'mail=email': { source: 'new', target: 'old' },
  });
});

test('Each side gets a write of its own', async () => {
  const { decided, carryOut, target, source } = await deciding();
  await carryOut(decided('mail=email'), decided('points=score', { to: 'source', value: '9' }));
  expect([target.calls, source.calls]).toEqual([
    ['update t1 {"email":"new"}'],
    ['update 1 {"points":"9"}'],
  ]);
});

test('Only what arrived moves the base; what did not stays open with the first trouble', async () => {
  const { decided, carryOut, target, cycle, ...after } = await deciding();
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
  const { decided, target, plan, cycle } = await deciding();
  const tried = '[["target",[["email","new"]]]]';
  await cycle.store.commit([{ kind: 'pending', pending: peoplePending('1', { kind, tried }) }]);
  const decisions = [decided('mail=email', { value })];
  await deliver({ cycle: { ...cycle, sweeping }, plan, link }, { decisions, records: {} });
  expect(target.calls).toHaveLength(sent ? 1 : 0);
});

test('What is about to be written is noted before it is sent, and no longer once it is stored', async () => {
  const { decided, plan, cycle, open } = await deciding();
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
  const { carryOut, cycle, ...after } = await deciding();
  const pending = peoplePending('1', { kind: 'refused', tried: '[]' });
  await cycle.store.commit([{ kind: 'pending', pending }]);
  await carryOut();
  expect(await after.open()).toBeUndefined();
});

test('A record that is gone breaks the link on its side', async () => {
  for (const to of ['source', 'target'] as const satisfies readonly Side[]) {
    const { decided, carryOut, target, source, cycle, link: after, open } = await deciding();
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
    const pair = await deciding({ settings }, [accounts]);
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
