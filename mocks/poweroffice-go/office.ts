import type { Entity } from '../contract/contract.ts';
import { type Actor, createActor } from '../people/actor.ts';
import type { Desk } from '../people/party.ts';
import { RecordView } from '../records/record-view.ts';
import { Store } from '../records/store.ts';
import type { TwinOptions } from '../twin.ts';
import type { Backend } from './backend.ts';
import { activity } from './contract/activity.ts';
import { contactPerson } from './contract/contact-person.ts';
import { customer } from './contract/customer.ts';
import { hourType } from './contract/hour-type.ts';
import { stampText } from './contract/kept.ts';
import { project } from './contract/project.ts';
import { projectActivity } from './contract/project-activity.ts';
import { supplier } from './contract/supplier.ts';
import { createOfficeDesk } from './desk.ts';
import { addRules } from './rules.ts';
import { StreetAddresses } from './street-addresses.ts';

/** The system's name, as documents write it. */
export const system = 'PowerOffice GO';

/** The entities in an order that fixes where their ids begin. */
export const entities: readonly Entity[] = [
  activity,
  project,
  projectActivity,
  customer,
  contactPerson,
  hourType,
  supplier,
];

/** One company's records, and the people who work on them: what both dialects of the API serve. */
export interface Office {
  readonly store: Store;
  readonly views: ReadonlyMap<string, RecordView>;
  readonly desk: Desk;
  readonly act: Actor;
}

/** An office without records. */
export function createOffice(options: TwinOptions, backend: Backend): Office {
  // Ids of different entities overlap on purpose, so that mixing up kinds is noticed; those of the
  // two kinds of party do not, because one that is both has one id (`apis.md 2.4`).
  const firstId = ({ name }: Entity, at: number): number =>
    name === 'Supplier' ? 900_001 : 1003 + 3 * at;
  const store = new Store({ ...options, system, entities, resolution: 1000, firstId });
  const { decimal } = backend;
  const forms = { stamp: stampText, ...(decimal ? { decimal } : {}) };
  const views = new Map(entities.map((entity) => [entity.name, new RecordView(entity, forms)]));
  addRules(store, {
    entities: entities.map(({ name }) => name),
    addresses: new StreetAddresses(() => stampText(options.clock.now())),
  });
  const desk = createOfficeDesk(store, views);
  return { store, views, desk, act: createActor({ store, desk }) };
}
