import { z } from 'zod';
import { defineEntity, type Entity, facts } from '../../contract/contract.ts';
import { factsOf, idProperty, importProperty, stampProperty } from './kept.ts';

const source = 'apis.md 2.1';
const fact = factsOf(source);

/** The type whose activities may carry a product (`apis.md 2.1`). */
export const billable = 100;

/** What people book time on. Code and type are wanted on new ones, type 0 never. */
export const activity: Entity = defineEntity({
  name: 'Timetrackingactivity',
  properties: {
    id: idProperty(source),
    activityType: z
      .literal([billable, 200, 250, 300, 301, 302, 400, 500, 600, 700])
      .register(facts, fact({ required: true })),
    code: z
      .string()
      .max(50)
      .register(facts, fact({ required: true, unique: true })),
    name: z
      .string()
      .max(400)
      .register(facts, fact({ required: true })),
    hourlyRate: z.number().register(facts, fact()),
    productCode: z.string().register(facts, fact()),
    isActive: z.boolean().register(facts, fact({ otherwise: true })),
    hourType: z.string().register(facts, fact()),
    isLockedHourType: z.boolean().register(facts, fact()),
    useEmployeeDefaultHourType: z.boolean().register(facts, fact()),
    useRegularHoursHourType: z.boolean().register(facts, fact()),
    requireProject: z.boolean().register(facts, fact()),
    requireExternalComment: z.boolean().register(facts, fact()),
    lastChanged: stampProperty('modified', source),
    createdFromImportJournalId: importProperty(source),
  },
});
