import { z } from 'zod';
import { defineEntity, type Entity, facts } from '../contract/contract.ts';
import { keptProperties } from '../plain-rest/kept.ts';
import { unlimited, unnamed } from './facts.ts';

const kept = { source: 'apis.md 4.2', assumed: unnamed };

const text = (): z.ZodString =>
  z.string().register(facts, { source: 'apis.md 4.1', assumed: unlimited });

const guessed = (): z.ZodString => z.string().register(facts, kept);

/** `apis.md 4.1`: what a CRM user plans. */
export const activities: Entity = defineEntity({
  name: 'Activities',
  properties: {
    ...keptProperties(kept),
    subject: text(),
    startsAt: text(),
    endsAt: text(),
    ownerId: text(),
    'address.country': text(),
    'address.postalArea': text(),
  },
});

/** `apis.md 4.1`: people, each at one company. */
export const contacts: Entity = defineEntity({
  name: 'Contacts',
  properties: {
    ...keptProperties(kept),
    givenName: text(),
    familyName: text(),
    directPhone: text(),
    mobilePhone: text(),
    'company.id': text(),
    email: guessed(),
  },
});

/** `apis.md 4.1`: companies with two addresses. */
export const companies: Entity = defineEntity({
  name: 'Companies',
  properties: {
    ...keptProperties(kept),
    name: guessed(),
    'postAddress.country': text(),
    'postAddress.postCode': text(),
    'postAddress.postalArea': text(),
    'postAddress.streetAddress': text(),
    'visitAddress.country': text(),
    'visitAddress.postCode': text(),
    'visitAddress.postalArea': text(),
    'visitAddress.streetAddress': text(),
  },
});
