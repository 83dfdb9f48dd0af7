import { expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, peoplePlan } from '../../../fixtures/engine/section-plan.ts';
import { virtualClock } from '../../clock.ts';
import { defaultSettings } from '../../settings.ts';
import type { SectionPlan } from '../plan.ts';
import type { EntityPort } from '../port.ts';
import { syncPage } from '../reading/page-step.ts';
import type { RemoteRecord } from '../record.ts';
import { memoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';
import { createTogether } from './create-together.ts';

class Death extends Error {}

/** A target that keeps what is made in it, by its marker, and may end the engine at one of its creates. */
function keeping(made: string[], { dieAt = Number.NaN } = {}) {
  const looked: unknown[] = [];
  const recordOf = (marker: unknown): RemoteRecord => ({
    ...{ id: `t${made.indexOf(String(marker)) + 1}`, modifiedAt: 0 },
    properties: { marker: String(marker) },
  });
  const unused = (): never => {
    throw new Error('making counterparts neither lists, reads nor updates');
  };
  const port: EntityPort = {
    ...{ stamped: true, list: unused, read: unused, update: unused },
    find: async ({ value }) => {
      looked.push(value);
      return made.includes(String(value)) ? [recordOf(value)] : [];
    },
    create: async ({ properties }) => {
      made.push(String(properties['marker']));
      if (made.length === dieAt) throw new Death();
      return { kind: 'stored', record: recordOf(properties['marker']) };
    },
  };
  return { port, looked };
}

function section(target: EntityPort): SectionPlan {
  const plan = peoplePlan({ source: entityInMemory(), target: entityInMemory([], target) });
  const provide = { marker: { kind: 'marker', prefix: '#' } } as const;
  return { ...plan, rows: [], settings: { provide, marker: 'marker' } };
}

function pass(plan: SectionPlan, { store, now }: { store: Store; now: number }) {
  const cycle = cycleOver([plan], { store, clock: virtualClock(now) });
  return (count: number): Promise<void> => {
    const records = Array.from({ length: count }, (_, at) => record(`${at + 1}`));
    return syncPage(cycle, plan, { side: 'source', records, seenAt: now });
  };
}

test('Fifty creates take two commits', async () => {
  const store = memoryStore();
  const sizes: number[] = [];
  const commit: Store['commit'] = async (changes, lease) => {
    sizes.push(changes.length);
    await store.commit(changes, lease);
  };
  const made: string[] = [];
  await pass(section(keeping(made).port), { store: { ...store, commit }, now: 0 })(120);
  expect(made).toHaveLength(120);
  expect(sizes).toEqual([100, 150, 100, 150, 40, 60]);
});

test('What a dead engine may have made is looked for once replicas must show it, and made once', async () => {
  const store = memoryStore();
  const made: string[] = [];
  const dying = pass(section(keeping(made, { dieAt: 3 }).port), { store, now: 0 });
  await expect(dying(5)).rejects.toThrow(Death);

  const { port, looked } = keeping(made);
  const later = 60_000;
  await pass(section(port), { store, now: later })(5);
  // Whoever died may have been at work until now.
  expect({ looked, made: made.length }).toEqual({ looked: [], made: 3 });
  await pass(section(port), { store, now: later + defaultSettings.overlapMs })(5);
  expect(looked).toEqual(['#1', '#2', '#3', '#4', '#5']);
  expect(made).toEqual(['#1', '#2', '#3', '#4', '#5']);
  const link = await store.link({ section: 'people', side: 'source', id: '3' });
  expect(link?.target.id).toBe('t3');
});

test('What creates could not carry follows once all are made, and only then', async () => {
  const [persons, contacts] = [entityInMemory(), entityInMemory()];
  const users = entityInMemory([record('u1')]);
  const made = peoplePlan({ source: persons, target: contacts });
  const plan = { ...made, settings: { ...made.settings, writeThrough } };
  const accounts = {
    ...peoplePlan({ source: persons, target: users }),
    ...{ key: 'users', heading: 'Users' },
  };
  const cycle = cycleOver([plan, accounts]);
  const known = { source: undefined, target: undefined };
  const link = { section: 'users', source: { id: '1' }, target: { id: 'u1' }, base: {}, known };
  await cycle.store.commit([{ kind: 'link', link }]);
  const records = [record('1', { mail: 'a@x.no' }), record('2')];
  for (const each of records) persons.records.set(each.id, each);
  await createTogether(cycle, plan, records);
  expect(users.calls).toEqual(['update u1 {"login":"a@x.no"}']);
  expect(contacts.calls.slice(0, 2)).toEqual(['create {"ref":"P-1"}', 'create {"ref":"P-2"}']);
  expect([...cycle.notes.tried]).toEqual([]);
});

const writeThrough = { email: { section: 'Users', property: 'login' } };

test('What fails after an arrival leaves that record open', async () => {
  const contacts = entityInMemory();
  const plan = peoplePlan({ source: entityInMemory(), target: contacts });
  const cycle = cycleOver([{ ...plan, settings: { ...plan.settings, writeThrough } }]);
  contacts.unreadable.add('new-1');
  const [section] = cycle.plan.sections;
  if (section === undefined) throw new Error('one section');
  await createTogether(cycle, section, [record('1', { mail: 'a@x.no' })]);
  expect(await cycle.store.allPending('people')).toMatchObject([
    { kind: 'failed', reason: 'new-1 cannot be read' },
  ]);
});
