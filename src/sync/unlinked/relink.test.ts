import { expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, peopleLink, peoplePlan } from '../../../fixtures/engine/section-plan.ts';
import type { CreateIntent } from '../store/link.ts';
import { isOld, relink } from './relink.ts';

const intent: CreateIntent = {
  ...{ section: 'people', source: { id: '1' }, at: 0, sent: {} },
  marker: { property: 'ref', value: 'P-1' },
};

function waking(ids: readonly string[], isWaking = true) {
  const contacts = entityInMemory(ids.map((id) => record(id, { ref: 'P-1' })));
  const plan = peoplePlan({ source: entityInMemory(), target: contacts });
  const cycle = cycleOver([plan], { waking: isWaking });
  const find = (wanted = intent) => relink({ cycle, plan, record: record('1'), intent: wanted });
  return { cycle, contacts, find };
}

test('A counterpart that this memory has forgotten is found by its marker; nothing is agreed on', async () => {
  expect(await waking(['t1']).find()).toStrictEqual(peopleLink('1'));
});

test('Only while it wakes an engine looks, and only for a marker', async () => {
  const awake = waking(['t1'], false);
  expect(await awake.find()).toBeUndefined();
  expect(awake.contacts.calls).toEqual([]);
  const { marker: _, ...unmarked } = intent;
  expect(await waking(['t1']).find(unmarked)).toBeUndefined();
});

test('None, several, or one that is linked already is not taken', async () => {
  expect(await waking([]).find()).toBeUndefined();
  expect(await waking(['t1', 't2']).find()).toBeUndefined();
  const taken = waking(['t1']);
  const link = peopleLink('2', { target: { id: 't1' } });
  await taken.cycle.store.commit([{ kind: 'link', link }]);
  expect(await taken.find()).toBeUndefined();
});

test('A memory is old where any of its source entities has been read before', async () => {
  const { cycle } = waking([]);
  expect(await isOld(cycle)).toBe(false);
  const read = { newest: undefined, cyclesSinceSweep: 0 };
  const mark = (side: 'source' | 'target', entity: string) =>
    cycle.store.commit([{ kind: 'watermark', watermark: { side, entity, ...read } }]);
  await mark('target', 'Person');
  expect(await isOld(cycle)).toBe(false);
  await mark('source', 'Person');
  expect(await isOld(cycle)).toBe(true);
});
