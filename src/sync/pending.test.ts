import { expect, test } from 'vitest';
import { entityInMemory } from '../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, now, peoplePending, peoplePlan } from '../../fixtures/engine/section-plan.ts';
import { announcedUpdate, leaveWaiting, pendingChange, wasRefused } from './pending.ts';
import type { Pending } from './store/link.ts';

const plan = peoplePlan({ source: entityInMemory(), target: entityInMemory() });

async function remembering(...items: readonly Pending[]) {
  const cycle = cycleOver([plan]);
  await cycle.store.commit(items.map((pending) => ({ kind: 'pending', pending })));
  return cycle;
}

const trouble = { section: 'people', source: { id: '1' }, kind: 'refused', reason: 'no' } as const;

test('The first trouble of a record is counted as one attempt, from now on', async () => {
  expect(await pendingChange(await remembering(), { ...trouble, tried: '{}' })).toEqual({
    kind: 'pending',
    pending: { ...trouble, tried: '{}', attempts: 1, since: now },
  });
});

test('Further trouble adds to the attempts, and stays open since the first', async () => {
  const cycle = await remembering(peoplePending('1', { attempts: 4, since: 7 }));
  expect(await pendingChange(cycle, trouble)).toEqual({
    kind: 'pending',
    pending: { ...trouble, tried: '', attempts: 5, since: 7 },
  });
});

test('Trouble in which nothing was sent leaves a write of unknown end as unknown as it was', async () => {
  const unknown = peoplePending('1', { kind: 'unknown', tried: '[1]', attempts: 2, since: 7 });
  const unread = { ...trouble, kind: 'failed', reason: 'it could not be read' } as const;
  expect(await pendingChange(await remembering(unknown), unread)).toMatchObject({
    pending: { kind: 'unknown', tried: '[1]', reason: 'it could not be read', attempts: 3 },
  });
  expect(
    await pendingChange(await remembering(unknown), { ...unread, tried: '[2]' }),
  ).toMatchObject({
    pending: { kind: 'failed', tried: '[2]' },
  });
  const refused = peoplePending('1', { kind: 'refused', tried: '[1]' });
  expect(await pendingChange(await remembering(refused), unread)).toMatchObject({
    pending: { kind: 'failed', tried: '' },
  });
});

test('A write that is about to go out is noted, and counts once its end is known', async () => {
  const update = { section: 'people', source: { id: '1' }, tried: '[1]' };
  const noted = {
    ...{ ...update, kind: 'unknown', attempts: 0, since: now },
    reason: 'the engine stopped before it knew whether its write was stored',
  };
  expect(await announcedUpdate(await remembering(), update)).toEqual({
    kind: 'pending',
    pending: noted,
  });
  const again = await remembering(peoplePending('1', { attempts: 4, since: 7 }));
  expect(await announcedUpdate(again, update)).toMatchObject({
    pending: { attempts: 4, since: 7 },
  });
});

test('A record that waits is left open with what it waits for, and not tried again in this pass', async () => {
  const cycle = await remembering();
  const record = { id: '1', parent: 'p', modifiedAt: 3, properties: { mail: 'x' } };
  await leaveWaiting({ cycle, plan, record }, 'its company');
  expect(await cycle.store.allPending('people')).toEqual([
    {
      ...{ section: 'people', source: { id: '1', parent: 'p' }, kind: 'waiting' },
      ...{ reason: 'its company', tried: '', attempts: 1, since: now },
    },
  ]);
  expect([...cycle.notes.tried]).toEqual(['people/1']);
});

test.each([
  { why: 'the very same was refused', kind: 'refused', tried: 'a', sweeping: false, was: true },
  { why: 'something else was refused', kind: 'refused', tried: 'b', sweeping: false, was: false },
  { why: 'it failed for now', kind: 'failed', tried: 'a', sweeping: false, was: false },
  { why: 'refusals are due again', kind: 'refused', tried: 'a', sweeping: true, was: false },
] as const)('Where $why, a write is held back: $was', ({ kind, tried, sweeping, was }) => {
  const cycle = cycleOver([plan], { sweeping });
  expect(wasRefused(cycle, peoplePending('1', { kind, tried }), 'a')).toBe(was);
});

test('Where nothing is open nothing is held back', () => {
  expect(wasRefused(cycleOver([plan]), undefined, '')).toBe(false);
});
