import { expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import {
  cycleOver,
  now,
  peoplePending,
  peoplePlan,
} from '../../../fixtures/engine/section-plan.ts';
import { defaultSettings } from '../../settings.ts';
import type { CreateIntent, Pending } from '../store/link.ts';
import { leaveOpen, whatWasMade } from './interrupted.ts';

const settings = { ...defaultSettings, overlapMs: 5000 };

function sentAt(at: number): CreateIntent {
  const marker = { property: 'ref', value: 'P-1' };
  return { section: 'people', source: { id: '1' }, at, marker, sent: {} };
}

async function remembering(intent?: CreateIntent, pending?: Pending) {
  const contacts = entityInMemory([record('t1', { ref: 'P-1' })]);
  const plan = peoplePlan({ source: entityInMemory(), target: contacts });
  const cycle = cycleOver([plan], { settings });
  if (intent !== undefined) await cycle.store.commit([{ kind: 'intent', intent }]);
  if (pending !== undefined) await cycle.store.commit([{ kind: 'pending', pending }]);
  return { cycle, plan, contacts, made: () => whatWasMade(cycle, plan, { id: '1' }) };
}

test('Without an intent nothing was made', async () => {
  const { made, contacts } = await remembering();
  expect(await made()).toEqual({ kind: 'none' });
  expect(contacts.calls).toEqual([]);
});

test.each([
  { kind: 'unknown', ago: 5000, found: 'adopted' },
  { kind: 'unknown', ago: 4999, found: 'open' },
  { kind: 'failed', ago: 5000, found: 'adopted' },
  { kind: 'refused', ago: 5000, found: 'adopted' },
] as const)(
  'Noticed as $kind, a create that went out $ago ms ago is $found',
  async ({ kind, ago, found }) => {
    const { made } = await remembering(sentAt(now - ago), peoplePending('1', { kind }));
    expect(await made()).toMatchObject({ kind: found, intent: sentAt(now - ago) });
  },
);

test('Until it is noticed that a create was interrupted, somebody may be at work on it', async () => {
  const reason = 'its create may have gone through: it is looked for next time';
  for (const pending of [undefined, peoplePending('1', { kind: 'waiting' })]) {
    const { made, contacts } = await remembering(sentAt(0), pending);
    expect(await made()).toEqual({ kind: 'open', reason, intent: sentAt(now) });
    expect(contacts.calls).toEqual([]);
  }
});

test('What stays open is left for a later pass, counted from when it was noticed', async () => {
  const { cycle, plan } = await remembering();
  const open = { source: { id: '1' }, reason: 'looked for next time' };
  await leaveOpen(cycle, plan, { ...open, intent: sentAt(7) });
  const by = { section: 'people', sourceId: '1' };
  expect(await cycle.store.intent(by)).toEqual(sentAt(7));
  expect(await cycle.store.pending(by)).toMatchObject({ ...open, kind: 'unknown' });
});

test('What stays open without an intent is only told', async () => {
  const { cycle, plan } = await remembering();
  await leaveOpen(cycle, plan, { source: { id: '1' }, reason: 'two of them' });
  const by = { section: 'people', sourceId: '1' };
  expect(await cycle.store.intent(by)).toBeUndefined();
  expect(await cycle.store.pending(by)).toMatchObject({ kind: 'unknown', reason: 'two of them' });
});
