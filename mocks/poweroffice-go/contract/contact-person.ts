import { z } from 'zod';
import { defineEntity, type Entity, facts } from '../../contract/contract.ts';
import { factsOf, idProperty, stampProperty } from './kept.ts';

const source = 'apis.md 2.4';
const fact = factsOf(source);
const text = (): z.ZodString => z.string().register(facts, fact());
const flag = (): z.ZodBoolean => z.boolean().register(facts, fact());
const requiredName = (): z.ZodString =>
  z.string().register(facts, fact({ required: true, assumed: 'Required, as in v2.' }));

/** A person at a customer, written and read one by one only below that customer. */
export const contactPerson: Entity = defineEntity({
  name: 'Contactperson',
  parent: 'Customer',
  properties: {
    id: idProperty(source),
    partyId: z.int().register(facts, fact({ readOnly: true })),
    partyCustomerCode: z.int().register(
      facts,
      fact({
        readOnly: true,
        coupledTo: { entity: 'Customer', property: 'code', ownKey: 'partyId', theirKey: 'id' },
      }),
    ),
    partySupplierCode: z.int().register(facts, fact({ readOnly: true })),
    firstName: requiredName(),
    lastName: requiredName(),
    emailAddress: text(),
    phoneNumber: text(),
    address1: text(),
    address2: text(),
    city: text(),
    zipCode: text(),
    residenceCountryCode: z.string().length(2).register(facts, fact()),
    citizenship: z.array(z.string().length(2)).register(facts, fact()),
    dateOfBirth: z.iso.date().register(facts, fact()),
    placeOfBirth: text(),
    gender: z
      .literal([-1, 0, 1, 2])
      .register(facts, fact({ otherwise: 0, assumed: 'Unspecified (0) where nothing was sent.' })),
    socialSecurityNumber: text(),
    hasNorwegianSSN: z
      .boolean()
      .register(facts, fact({ otherwise: false, assumed: 'False where nothing was sent.' })),
    isActive: flag(),
    isPep: flag(),
    isRca: flag(),
    externalCode: text(),
    lastChanged: stampProperty('modified', source),
  },
});
