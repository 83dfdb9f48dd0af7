import { z } from 'zod';
import { defineEntity, type Entity, facts } from '../../contract/contract.ts';
import { factsOf, idProperty, stampProperty } from './kept.ts';

const source = 'apis.md 2.1';
const fact = factsOf(source);

/** A kind of working hours; activities name it by its description (`apis.md S27`). */
export const hourType: Entity = defineEntity({
  name: 'HourType',
  properties: {
    id: idProperty(source),
    description: z.string().register(
      facts,
      fact({
        required: true,
        unique: true,
        assumed: 'Required and unique: activities name hour types by it.',
      }),
    ),
    payItemCode: z.string().register(facts, fact()),
    flexTimeFactor: z.number().register(facts, fact()),
    costPriceFactor: z.number().register(facts, fact({ otherwise: 1 })),
    isActive: z.boolean().register(facts, fact({ otherwise: true, assumed: 'True on a new one.' })),
    lastChanged: stampProperty('modified', source),
  },
});
