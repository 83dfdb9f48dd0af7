import { expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import {
  cycleOver,
  now,
  peoplePending,
  peoplePlan,
} from '../../../fixtures/engine/section-plan.ts';
import type { WriteOutcome } from '../port.ts';
import type { CreateIntent } from '../store/link.ts';
import { type ReadyCreate, sendCreates } from './send-creates.ts';

const marker = { property: 'ref', value: 'P-1' };

/** Sends the creates of persons 1, 2 and so on, of which the first ones come to these outcomes. */
async function sending(
  outcomes: readonly WriteOutcome[],
  { count = 1, marked = true, answered = outcomes.length } = {},
) {
  const createMany = async () => outcomes.slice(0, answered);
  const target = entityInMemory([], count > 1 ? { createMany } : {});
  target.outcomes.push(...outcomes);
  const plan = peoplePlan({ source: entityInMemory(), target });
  const cycle = cycleOver([plan]);
  await cycle.store.commit([{ kind: 'pending', pending: peoplePending('1', { since: 7 }) }]);
  const creates = Array.from({ length: count }, (_, at): ReadyCreate => {
    const source = { id: `${at + 1}` };
    const intent: CreateIntent = { section: 'people', source, at: 0, sent: {} };
    const ready = { kind: 'ready', properties: { email: 'a@x.no' }, parent: 'p1' } as const;
    const own = { ...ready, intent: marked ? { ...intent, marker } : intent };
    return { cycle, plan, record: record(source.id), ready: own };
  });
  const arrivals = await sendCreates({ cycle, plan }, creates);
  const of = (sourceId: string) => ({ section: 'people', sourceId });
  return {
    ...{ arrivals, cycle, target },
    intent: (id = '1') => cycle.store.intent(of(id)),
    open: (id = '1') => cycle.store.pending(of(id)),
    link: (id = '1') => cycle.store.link({ section: 'people', side: 'source', id }),
  };
}

test('What arrived is linked, counted, and remembered as the target said that it stored it', async () => {
  const { arrivals, cycle, target, ...after } = await sending([]);
  expect(arrivals).toMatchObject([{ record: { id: '1' }, link: { target: { id: 'new-1' } } }]);
  expect(await after.link()).toEqual(arrivals[0]?.link);
  expect([await after.intent(), await after.open()]).toEqual([undefined, undefined]);
  expect(cycle.notes.writes).toBe(1);
  expect(cycle.notes.made.get('people/1')).toMatchObject({ id: 'new-1' });
  expect(target.calls).toEqual(['create {"email":"a@x.no"} below p1']);
});

test.each<[WriteOutcome, string]>([
  [{ kind: 'refused', reason: 'no' }, 'no'],
  [{ kind: 'failed', reason: 'busy' }, 'busy'],
  [{ kind: 'unknown', reason: 'silence' }, 'silence'],
  [{ kind: 'gone' }, 'the parent of a new Contact is gone'],
])('After %j the record stays open, and is looked for by its marker', async (outcome, reason) => {
  const { arrivals, cycle, ...after } = await sending([outcome]);
  expect([arrivals, await after.link(), cycle.notes.writes]).toEqual([[], undefined, 0]);
  expect(await after.open()).toEqual({
    ...{ section: 'people', source: { id: '1' }, reason },
    kind: outcome.kind === 'gone' ? 'failed' : outcome.kind,
    // One attempt more than there had been, and open for as long.
    ...{ tried: '{"email":"a@x.no"}', attempts: 2, since: 7 },
  });
  expect(await after.intent()).toMatchObject({ at: now, marker });
});

test('Without a marker only what nobody knows keeps its intent', async () => {
  const known = await sending([{ kind: 'failed', reason: 'busy' }], { marked: false });
  expect([await known.intent(), (await known.open())?.kind]).toEqual([undefined, 'failed']);
  const unknown = await sending([{ kind: 'unknown', reason: 'silence' }], { marked: false });
  expect(await unknown.intent()).toMatchObject({ at: now });
});

test('Of a batch each comes to its own, and what the answer leaves out is unknown', async () => {
  const stored: WriteOutcome = { kind: 'stored', record: record('t1') };
  const refused: WriteOutcome = { kind: 'refused', reason: 'no' };
  const { arrivals, ...after } = await sending([stored, refused], { count: 3 });
  expect(arrivals).toMatchObject([{ record: { id: '1' } }]);
  expect(await after.open('2')).toMatchObject({ kind: 'refused' });
  expect(await after.open('3')).toMatchObject({
    kind: 'unknown',
    reason: 'the answer to the batch says nothing of it',
  });
});

test('Before the first goes out all are announced, in one commit', async () => {
  const { cycle, target } = await sending([]);
  const plan = cycle.plan.sections[0];
  if (plan === undefined) throw new Error('one section');
  const seen: unknown[] = [];
  const by = { section: 'people', sourceId: '9' };
  const write = async (): Promise<WriteOutcome> => {
    seen.push(await cycle.store.intent(by), await cycle.store.pending(by));
    return { kind: 'failed', reason: 'busy' };
  };
  const intent: CreateIntent = { section: 'people', source: { id: '9' }, at: 3, sent: {} };
  const ready = { kind: 'ready', properties: {}, intent } as const;
  const watched = { ...cycle, parts: { ...cycle.parts, write } };
  await sendCreates({ cycle: watched, plan }, [
    { cycle: watched, plan, record: record('9'), ready },
  ]);
  expect(seen).toMatchObject([
    intent,
    { kind: 'waiting', attempts: 0, tried: '', reason: expect.stringContaining('under way') },
  ]);
  expect(target.calls).toHaveLength(1);
});

test('To send nothing asks for nothing', async () => {
  expect((await sending([], { count: 0 })).arrivals).toEqual([]);
});
