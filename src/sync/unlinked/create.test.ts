import { expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import {
  cycleOver,
  now,
  peoplePending,
  peoplePlan,
} from '../../../fixtures/engine/section-plan.ts';
import type { SectionSettings } from '../../settings.ts';
import type { WriteOutcome } from '../port.ts';
import type { CreateIntent, Pending } from '../store/link.ts';
import { bring } from './bring.ts';
import { syncCreate } from './create.ts';

const person = record('1', { mail: 'a@x.no' });
const properties = '{"ref":"P-1","email":"a@x.no"}';
const intent: CreateIntent = {
  ...{ section: 'people', source: { id: '1' }, at: 0 },
  marker: { property: 'ref', value: 'P-1' },
  sent: { 'mail=email': { source: 'a@x.no', target: 'a@x.no' } },
};

interface Before {
  readonly intent?: CreateIntent;
  readonly pending?: Pending;
  readonly contacts?: readonly string[];
  readonly settings?: SectionSettings;
  readonly waking?: boolean;
  readonly sweeping?: boolean;
  readonly outcomes?: readonly WriteOutcome[];
}

async function after({
  intent,
  pending,
  contacts = [],
  settings,
  outcomes = [],
  ...cycleIs
}: Before) {
  const target = entityInMemory(contacts.map((id) => record(id, { ref: 'P-1', email: 'a@x.no' })));
  target.outcomes.push(...outcomes);
  const sides = { source: entityInMemory([person]), target };
  const plan = peoplePlan(sides, settings === undefined ? {} : { settings });
  const cycle = cycleOver([plan], cycleIs);
  if (intent !== undefined) await cycle.store.commit([{ kind: 'intent', intent }]);
  if (pending !== undefined) await cycle.store.commit([{ kind: 'pending', pending }]);
  await syncCreate({ cycle, plan, record: person, bring });
  const by = { section: 'people', sourceId: '1' };
  return {
    calls: target.calls,
    tried: [...cycle.notes.tried],
    link: await cycle.store.link({ section: 'people', side: 'source', id: '1' }),
    open: [await cycle.store.pending(by), await cycle.store.intent(by)],
  };
}

test('A counterpart is made, and nothing stays open', async () => {
  const { calls, tried, link, open } = await after({});
  expect(calls).toEqual([`create ${properties}`]);
  expect(link).toMatchObject({ target: { id: 'new-1' } });
  expect([open, tried]).toEqual([[undefined, undefined], []]);
});

test('What an interrupted create made is linked, not made again', async () => {
  const pending = peoplePending('1', { kind: 'unknown' });
  const { calls, link, open } = await after({ intent, pending, contacts: ['t7'] });
  expect(calls).toEqual(['find ref=P-1']);
  expect(link).toMatchObject({ target: { id: 't7' } });
  expect(open).toEqual([undefined, undefined]);
});

test('One that never came about is made anew', async () => {
  const { calls, link, open } = await after({ intent, pending: peoplePending('1') });
  expect(calls).toEqual(['find ref=P-1', `create ${properties}`]);
  expect(link).toMatchObject({ target: { id: 'new-1' } });
  expect(open).toEqual([undefined, undefined]);
});

test('What is tried anew counts its attempts on, and is open for as long', async () => {
  const { open } = await after({
    ...{ intent, pending: peoplePending('1', { kind: 'unknown', attempts: 3, since: 7 }) },
    outcomes: [{ kind: 'unknown', reason: 'silence' }],
  });
  expect(open).toMatchObject([{ kind: 'unknown', attempts: 4, since: 7 }, { at: now }]);
});

test('One that never came about, and is not to be made any more, is forgotten', async () => {
  const settings = { limitedSince: 1 };
  const { calls, link, open } = await after({ intent, pending: peoplePending('1'), settings });
  expect([calls, link, open]).toEqual([['find ref=P-1'], undefined, [undefined, undefined]]);
});

test('One of which nobody knows yet is left open, and tried in this pass', async () => {
  const late = { ...intent, at: now };
  const { calls, link, open, tried } = await after({
    intent: late,
    pending: peoplePending('1', { kind: 'unknown' }),
  });
  expect([calls, link, tried]).toEqual([[], undefined, ['people/1']]);
  expect(open).toMatchObject([{ kind: 'unknown', source: { id: '1' }, attempts: 2 }, late]);
});

test('What was refused is neither looked for nor sent again until it is due, or changes', async () => {
  const refused = peoplePending('1', { kind: 'refused', tried: properties });
  expect(await after({ intent, pending: refused })).toMatchObject({ calls: [], link: undefined });
  expect((await after({ pending: refused })).calls).toEqual([]);
  const due = await after({ intent, pending: refused, sweeping: true });
  expect(due.calls).toEqual(['find ref=P-1', `create ${properties}`]);
  const changed = { ...refused, tried: '{"email":"b@x.no"}' };
  expect((await after({ intent, pending: changed })).calls).toEqual(due.calls);
  expect((await after({ pending: changed })).calls).toEqual([`create ${properties}`]);
});

test('A waking engine takes what it has forgotten back', async () => {
  const { calls, link } = await after({ waking: true, contacts: ['t7'] });
  expect(calls).toEqual(['find ref=P-1', 'read t7']);
  expect(link).toMatchObject({ target: { id: 't7' } });
});

test('A record that lacks what a create needs waits, and says for what', async () => {
  const target = entityInMemory();
  const parent = { entity: 'Customer', property: 'code', value: 7 };
  const source = entityInMemory([person]);
  const plan = peoplePlan({ source, target }, { settings: { parent } });
  const cycle = cycleOver([plan]);
  await syncCreate({ cycle, plan, record: person, bring });
  expect(target.calls).toEqual([]);
  expect(await cycle.store.pending({ section: 'people', sourceId: '1' })).toMatchObject({
    kind: 'waiting',
    reason: expect.stringContaining('Customer'),
  });
});
