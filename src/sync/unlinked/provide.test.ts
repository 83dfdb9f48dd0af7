import { describe, expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, now, peopleLink, peoplePlan } from '../../../fixtures/engine/section-plan.ts';
import type { SectionSettings } from '../../settings.ts';
import type { SectionPlan } from '../plan.ts';
import { bring } from './bring.ts';
import { provision } from './provide.ts';

const person = record('1', { mail: 'a@x.no', points: '7', company: '20', nick: '' });

/** Persons beside companies, which have a section of their own. */
function beginning(settings: SectionSettings, over: Partial<SectionPlan> = {}) {
  const [persons, contacts] = [entityInMemory([person]), entityInMemory()];
  const [companies, customers] = [entityInMemory([record('20')]), entityInMemory()];
  const people = peoplePlan({ source: persons, target: contacts }, { settings, ...over });
  const firms: SectionPlan = {
    ...peoplePlan({ source: companies, target: customers }),
    ...{ key: 'firms', heading: 'Companies', rows: [] },
    entity: { source: 'Company', target: 'Customer' },
  };
  const cycle = cycleOver([firms, people]);
  const ask = (asked = person) => provision({ cycle, plan: people, record: asked, bring });
  return { cycle, people, contacts, companies, customers, ask };
}

const firm = { section: 'firms', source: { id: '20' }, target: { id: 'c20' } };

test('The mapped rows go out converted, with what they were; empty ones do not', async () => {
  const { ask } = beginning({});
  expect(await ask()).toEqual({
    kind: 'ready',
    properties: { email: 'a@x.no', score: 7 },
    intent: {
      ...{ section: 'people', source: { id: '1' }, at: now },
      sent: {
        'mail=email': { source: 'a@x.no', target: 'a@x.no' },
        'points=score': { source: '7', target: 7 },
      },
    },
  });
  expect(await ask({ ...person, parent: 'p1', properties: {} })).toMatchObject({
    properties: {},
    intent: {
      source: { id: '1', parent: 'p1' },
      sent: { 'mail=email': { source: null, target: null } },
    },
  });
});

test('A row that is written through another record is not sent', async () => {
  const { ask } = beginning({ writeThrough: { score: { section: 'Companies', property: 'n' } } });
  const ready = await ask();
  expect(ready).toMatchObject({ properties: { email: 'a@x.no' } });
  expect(ready).not.toHaveProperty('intent.sent.points=score');
});

test('Constants, copies and the marker are provided, and the table wins over them', async () => {
  const { ask } = beginning({
    marker: 'ref',
    provide: {
      kind: { kind: 'constant', value: 3 },
      blank: { kind: 'constant', value: '' },
      customer: { kind: 'copy', property: 'company' },
      nothing: { kind: 'copy', property: 'never' },
      ref: { kind: 'marker', prefix: 'P-' },
      email: { kind: 'constant', value: 'nobody@x.no' },
    },
  });
  expect(await ask()).toMatchObject({
    properties: { kind: 3, customer: '20', ref: 'P-1', email: 'a@x.no', score: 7 },
    intent: { marker: { property: 'ref', value: 'P-1' } },
  });
  const ready = await ask();
  expect(ready.kind === 'ready' && Object.keys(ready.properties).toSorted()).toEqual([
    ...['customer', 'email', 'kind', 'ref', 'score'],
  ]);
});

test('A marker that was not provided is looked for as nothing', async () => {
  expect(await beginning({ marker: 'ref' }).ask()).toMatchObject({
    intent: { marker: { property: 'ref', value: null } },
  });
});

describe('what refers to another record', () => {
  const refers = { kind: 'referred', property: 'company', section: 'Companies' } as const;

  test('gets the id of its counterpart', async () => {
    const { cycle, ask } = beginning({ provide: { customer: refers } });
    await cycle.store.commit([{ kind: 'link', link: peopleLink('20', firm) }]);
    expect(await ask()).toMatchObject({ properties: { customer: 'c20' } });
  });

  test('gets another property of it where the settings name one', async () => {
    const asked = { provide: { customer: { ...refers, target: 'code' } } };
    const { cycle, customers, ask } = beginning(asked);
    await cycle.store.commit([{ kind: 'link', link: peopleLink('20', firm) }]);
    customers.records.set('c20', record('c20', { code: 'K-20' }));
    expect(await ask()).toMatchObject({ properties: { customer: 'K-20' } });
    customers.records.set('c20', record('c20', {}));
    expect(await ask()).not.toHaveProperty('properties.customer');
    customers.records.delete('c20');
    expect(await ask()).toEqual({
      kind: 'waiting',
      reason: 'the Customer that it is to refer to is not there, or not shown yet',
    });
    // Its maker has been told what it is, whatever a replica shows.
    cycle.notes.made.set('firms/20', record('c20', { code: 'K-20' }));
    expect(await ask()).toMatchObject({ properties: { customer: 'K-20' } });
    const byId = beginning({ provide: { customer: { ...refers, target: 'id' } } });
    await byId.cycle.store.commit([{ kind: 'link', link: peopleLink('20', firm) }]);
    expect(await byId.ask()).toMatchObject({ properties: { customer: 'c20' } });
    expect(byId.customers.calls).toEqual([]);
  });

  test('goes without where it refers to nothing', async () => {
    const { ask } = beginning({ provide: { customer: refers } });
    const ready = await ask({ ...person, properties: { company: '' } });
    expect(ready).toMatchObject({ kind: 'ready', properties: {} });
  });

  test('has it brought over first where it has no counterpart yet, once in a pass', async () => {
    const { cycle, customers, companies, ask } = beginning({ provide: { customer: refers } });
    expect(await ask()).toMatchObject({ kind: 'ready', properties: { customer: 'new-1' } });
    expect(companies.calls).toEqual(['read 20']);
    expect(customers.calls).toEqual(['create {"ref":"P-20"}']);
    expect(await cycle.store.link({ section: 'firms', side: 'source', id: '20' })).toBeDefined();
  });

  test('waits where that does not come about, and is not asked for again', async () => {
    const { companies, customers, ask } = beginning({ provide: { customer: refers } });
    customers.outcomes.push({ kind: 'refused', reason: 'no' });
    const waiting = {
      kind: 'waiting',
      reason: 'the Company that it refers to has no counterpart yet',
    };
    expect(await ask()).toEqual(waiting);
    expect(await ask()).toEqual(waiting);
    expect(companies.calls).toEqual(['read 20']);
  });

  test('waits where that record, or its section, is not there', async () => {
    const gone = beginning({ provide: { customer: refers } });
    gone.companies.records.delete('20');
    expect(await gone.ask()).toEqual({
      kind: 'waiting',
      reason: 'the Company that it refers to is not there',
    });
    expect([...gone.cycle.notes.tried]).toEqual([]);
    const elsewhere = { provide: { customer: { ...refers, section: 'Firms' } } };
    expect(await beginning(elsewhere).ask()).toEqual({
      kind: 'waiting',
      reason: 'the document has no section "Firms"',
    });
  });

  test('does not wait for itself', async () => {
    const self = { ...refers, section: 'Persons to Contacts' };
    const { cycle, contacts, ask } = beginning({ provide: { customer: self } });
    cycle.notes.tried.add('people/1');
    expect(await ask({ ...person, properties: { company: '1' } })).toMatchObject({
      kind: 'waiting',
    });
    expect(contacts.calls).toEqual([]);
  });
});
