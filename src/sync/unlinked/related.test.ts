import { expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, peopleLink, peoplePlan } from '../../../fixtures/engine/section-plan.ts';
import type { SectionPlan } from '../plan.ts';
import { bring } from './bring.ts';
import { bringRelated } from './related.ts';

/** Orders, which refer to persons; persons are brought over once an order of theirs is linked. */
async function linkedOrder(properties: { readonly customer?: string }, over: Partial<SectionPlan>) {
  const [persons, contacts] = [entityInMemory([record('1')]), entityInMemory()];
  const people = peoplePlan({ source: persons, target: contacts }, over);
  const sides = { source: entityInMemory(), target: entityInMemory() };
  const orders = { ...peoplePlan(sides), key: 'orders', heading: 'Orders' };
  const cycle = cycleOver([people, orders]);
  await cycle.store.commit([{ kind: 'link', link: peopleLink('o1', { section: 'orders' }) }]);
  const go = () => bringRelated({ cycle, plan: orders, record: record('o1', properties), bring });
  return { cycle, persons, contacts, go };
}

const creates = { kind: 'related', by: [{ section: 'Orders', property: 'customer' }] } as const;

test('Whom a linked record refers to is read and brought over', async () => {
  const { go, persons, contacts, cycle } = await linkedOrder({ customer: '1' }, { creates });
  // One that refers to it has to be found linked.
  const orders = cycle.plan.sections[1];
  const [first] = cycle.plan.sections;
  if (first === undefined || orders === undefined) throw new Error('two sections');
  orders.port.source.find = async () => [record('o1', { customer: '1' })];
  await go();
  expect(persons.calls).toEqual(['read 1']);
  expect(contacts.calls).toEqual(['create {"ref":"P-1"}']);
});

test.each<[string, { readonly customer?: string }, Partial<SectionPlan>]>([
  ['nobody', {}, { creates }],
  ['an empty one', { customer: '' }, { creates }],
  ['somebody who does not wait for it', { customer: '1' }, {}],
  [
    'somebody who waits for others',
    { customer: '1' },
    { creates: { kind: 'related', by: [{ section: 'Invoices', property: 'customer' }] } },
  ],
])('Who refers to %s brings nobody over', async (_, properties, over) => {
  const { go, persons, contacts } = await linkedOrder(properties, over);
  await go();
  expect([persons.calls, contacts.calls]).toEqual([[], []]);
});

test('Who is linked already is not read, and who is gone is not brought over', async () => {
  const linked = await linkedOrder({ customer: '1' }, { creates });
  await linked.cycle.store.commit([{ kind: 'link', link: peopleLink('1') }]);
  await linked.go();
  expect(linked.persons.calls).toEqual([]);
  const gone = await linkedOrder({ customer: '1' }, { creates });
  gone.persons.records.clear();
  await gone.go();
  expect([gone.persons.calls, gone.contacts.calls]).toEqual([['read 1'], []]);
});
