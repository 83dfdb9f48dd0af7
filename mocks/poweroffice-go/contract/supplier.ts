import { z } from 'zod';
import { defineEntity, type Entity, facts } from '../../contract/contract.ts';
import { factsOf, idProperty, stampProperty } from './kept.ts';

const source = 'apis.md 2.4';
const fact = factsOf(source);
const asCustomer = 'As of a customer: suppliers are known only as parents of contact persons.';

/** A supplier: the other party that contact persons belong to. */
export const supplier: Entity = defineEntity({
  name: 'Supplier',
  properties: {
    id: idProperty(source),
    code: z.int().register(facts, fact({ unique: true, assumed: asCustomer })),
    name: z.string().register(facts, fact({ required: true, assumed: asCustomer })),
    emailAddress: z.string().register(facts, fact({ assumed: asCustomer })),
    phoneNumber: z.string().register(facts, fact({ assumed: asCustomer })),
    lastChanged: stampProperty('modified', source),
  },
});
