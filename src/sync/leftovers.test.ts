import { expect, test } from 'vitest';
import { entityInMemory, record } from '../../fixtures/engine/entity-in-memory.ts';
import {
  cycleOver,
  now,
  peopleLink,
  peoplePending,
  peoplePlan,
} from '../../fixtures/engine/section-plan.ts';
import { finishLeftovers } from './leftovers.ts';
import type { CreateIntent } from './store/link.ts';
import type { StoreChange } from './store/store.ts';

const open: StoreChange = { kind: 'pending', pending: peoplePending('1', { since: 0 }) };

/** Person 1, if there is one, with what a memory holds of it. */
async function left(changes: readonly StoreChange[], persons = [record('1', { mail: 'a@x.no' })]) {
  const source = entityInMemory(persons);
  const target = entityInMemory();
  const plan = peoplePlan({ source, target });
  const cycle = cycleOver([plan]);
  await cycle.store.commit(changes);
  const { store, notes } = cycle;
  const by = { section: 'people', sourceId: '1' };
  return {
    ...{ source, target, cycle, plan, notes },
    finish: () => finishLeftovers(cycle, plan),
    link: () => store.link({ section: 'people', side: 'source', id: '1' }),
    open: async () => [await store.pending(by), await store.intent(by)],
  };
}

const intent: CreateIntent = {
  ...{ section: 'people', source: { id: '1' }, at: 0 },
  marker: { property: 'ref', value: 'P-1' },
  sent: {},
};

test('A record that was left open is read and brought over', async () => {
  const { finish, source, target, link, notes } = await left([open]);
  await finish();
  expect(source.calls).toEqual(['read 1']);
  expect(target.calls).toEqual(['create {"ref":"P-1","email":"a@x.no"}']);
  expect(await link()).toMatchObject({ target: { id: 'new-1' } });
  expect(notes.problems).toEqual([]);
});

test('A linked one is brought into agreement instead', async () => {
  const { finish, source, target, cycle } = await left([open]);
  await cycle.store.commit([{ kind: 'link', link: peopleLink('1') }]);
  target.records.set('t1', record('t1'));
  await finish();
  expect([source.calls, target.calls]).toEqual([
    ['read 1'],
    ['read t1', 'update t1 {"email":"a@x.no"}'],
  ]);
});

test('What this pass has tried already is not tried again, and told', async () => {
  const { finish, source, notes } = await left([open]);
  notes.tried.add('people/1');
  await finish();
  expect(source.calls).toEqual([]);
  expect(notes.problems).toEqual([
    {
      ...{ kind: 'failed', section: 'Persons to Contacts', reason: 'the target was busy' },
      record: { side: 'source', entity: 'Person', id: '1' },
    },
  ]);
});

test('One that cannot be read stays open, and is told', async () => {
  const { finish, source, notes } = await left([open]);
  source.unreadable.add('1');
  await finish();
  expect(notes.problems).toMatchObject([{ kind: 'failed', reason: '1 cannot be read' }]);
});

test('Nothing is owed to a record that is gone', async () => {
  const { finish, notes, ...after } = await left([open], []);
  await finish();
  expect([await after.open(), notes.problems]).toEqual([[undefined, undefined], []]);
});

test('What was made for a record that is gone is linked all the same, and told', async () => {
  const { finish, notes, target, link, ...after } = await left(
    [open, { kind: 'intent', intent }],
    [],
  );
  target.records.set('t1', record('t1', { ref: 'P-1' }));
  await finish();
  expect(await link()).toMatchObject({ target: { id: 't1' }, broken: 'source' });
  expect(await after.open()).toEqual([undefined, undefined]);
  expect(notes.problems).toMatchObject([{ kind: 'broken', record: { side: 'source', id: '1' } }]);
});

test('What may have been made for a record that is gone is waited for, and told', async () => {
  const late = { ...intent, at: now - 1 };
  const { finish, notes, link, ...after } = await left(
    [open, { kind: 'intent', intent: late }],
    [],
  );
  await finish();
  expect(await link()).toBeUndefined();
  expect(await after.open()).toMatchObject([
    { kind: 'unknown', reason: expect.stringContaining('looked for next time') },
    late,
  ]);
  expect(notes.problems).toMatchObject([{ kind: 'unknown' }]);
});

test('One that was made for nobody, as nothing bears its marker, is forgotten', async () => {
  const { finish, ...after } = await left([open, { kind: 'intent', intent }], []);
  await finish();
  expect(await after.open()).toEqual([undefined, undefined]);
});
