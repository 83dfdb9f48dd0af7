import { expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, peopleLink, peoplePlan } from '../../../fixtures/engine/section-plan.ts';
import type { ParentKey, SectionSettings } from '../../settings.ts';
import { bring } from './bring.ts';
import { provision } from './provide.ts';

const person = record('1', { company: '20' });

/** Persons to Contacts, and the same Persons to Users, which are linked already: person 1 to user u1. */
async function beginning(settings: SectionSettings) {
  const [persons, contacts, users] = [
    entityInMemory([person]),
    entityInMemory(),
    entityInMemory([record('u1', { login: 'ada' })]),
  ];
  const customers = entityInMemory([record('k1', { code: 7 })]);
  const plan = peoplePlan(
    { source: persons, target: contacts },
    {
      ...{ rows: [], settings },
      targetSystem: {
        system: 'any',
        entity: (name) => (name === 'Customer' ? customers.port : undefined),
      },
    },
  );
  const accounts = {
    ...peoplePlan({ source: persons, target: users }),
    ...{ key: 'accounts', heading: 'Persons to Users' },
  };
  const cycle = cycleOver([accounts, plan]);
  const link = peopleLink('1', { section: 'accounts', target: { id: 'u1' } });
  await cycle.store.commit([{ kind: 'link', link }]);
  const ask = (asked = person) => provision({ cycle, plan, record: asked, bring });
  return { cycle, users, customers, link, ask };
}

const linked = { kind: 'linked', section: 'Persons to Users', property: 'login' } as const;
const waiting = {
  kind: 'waiting',
  reason: 'its counterpart in "Persons to Users" is not there yet',
};

test('A property comes from the counterpart in another section', async () => {
  const { users, ask } = await beginning({ provide: { login: linked } });
  expect(await ask()).toMatchObject({ properties: { login: 'ada' } });
  users.records.set('u1', record('u1'));
  expect(await ask()).not.toHaveProperty('properties.login');
});

test('It comes as its maker was told where it has just been made, whatever a replica shows', async () => {
  const { cycle, users, ask } = await beginning({ provide: { login: linked } });
  cycle.notes.made.set('accounts/1', record('u1', { login: 'new' }));
  expect(await ask()).toMatchObject({ properties: { login: 'new' } });
  cycle.notes.made.set('accounts/1', record('u1'));
  expect(await ask()).not.toHaveProperty('properties.login');
  expect(users.calls).toEqual([]);
});

test('A counterpart that is not linked, broken or gone is waited for', async () => {
  const broken = await beginning({ provide: { login: linked } });
  await broken.cycle.store.commit([{ kind: 'link', link: { ...broken.link, broken: 'target' } }]);
  expect(await broken.ask()).toEqual(waiting);
  const gone = await beginning({ provide: { login: linked } });
  gone.users.records.clear();
  expect(await gone.ask()).toEqual(waiting);
  const none = await beginning({ provide: { login: linked } });
  expect(await none.ask({ ...person, id: '2' })).toEqual(waiting);
  const elsewhere = await beginning({ provide: { login: { ...linked, section: 'Logins' } } });
  expect(await elsewhere.ask()).toEqual({
    kind: 'waiting',
    reason: 'the document has no section "Logins"',
  });
});

const parent: ParentKey = { entity: 'Customer', property: 'code', value: 7 };

test('A parent is looked up by its key once in an engine’s life', async () => {
  const { customers, ask } = await beginning({ parent });
  expect(await ask()).toMatchObject({ parent: 'k1' });
  expect(await ask()).toMatchObject({ parent: 'k1' });
  expect(customers.calls).toEqual(['find code=7']);
});

test.each([
  { there: 'none of it', codes: [], count: '0 of them' },
  { there: 'several', codes: [7, 7], count: '2 of them' },
])('Of a parent of which there is $there nothing is made', async ({ codes, count }) => {
  const { customers, ask } = await beginning({ parent });
  customers.records.clear();
  for (const [at, code] of codes.entries())
    customers.records.set(`${at}`, record(`${at}`, { code }));
  const reason = `it needs the Customer whose code is 7: ${count}`;
  expect(await ask()).toEqual({ kind: 'waiting', reason });
});

test('A parent of an entity that no client knows is waited for', async () => {
  const { ask } = await beginning({ parent: { ...parent, entity: 'Firm' } });
  const reason = 'it needs the Firm whose code is 7: no client for it';
  expect(await ask()).toEqual({ kind: 'waiting', reason });
});

test('A parent is the counterpart of the record that it refers to', async () => {
  const section = 'Persons to Users';
  const { cycle, ask } = await beginning({ parent: { property: 'company', section } });
  const link = peopleLink('20', { section: 'accounts', target: { id: 'u20' } });
  await cycle.store.commit([{ kind: 'link', link }]);
  expect(await ask()).toMatchObject({ parent: 'u20' });
  const empty = await beginning({ parent: { property: 'boss', section } });
  const reason = 'its boss is empty: it has no parent';
  expect(await empty.ask()).toEqual({ kind: 'waiting', reason });
  const gone = await beginning({ parent: { property: 'company', section } });
  expect(await gone.ask()).toMatchObject({
    kind: 'waiting',
    reason: expect.stringContaining('not there'),
  });
});
