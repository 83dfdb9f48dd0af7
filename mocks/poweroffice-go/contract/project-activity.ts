import { z } from 'zod';
import { defineEntity, type Entity, facts } from '../../contract/contract.ts';
import { factsOf, idProperty } from './kept.ts';

const source = 'apis.md 2.2';
const fact = factsOf(source);

/** An activity as one project uses it. No modification time, and a name that is the activity's. */
export const projectActivity: Entity = defineEntity({
  name: 'Projectactivity',
  parent: 'Project',
  properties: {
    id: idProperty(source),
    activityCode: z.string().register(
      facts,
      fact({
        required: true,
        assumed: 'Required, and the activity must exist: stated nowhere, meaningless otherwise.',
      }),
    ),
    isBillable: z.boolean().register(facts, fact()),
    hourlyRate: z.number().register(facts, fact()),
    projectCode: z.string().register(facts, fact({ readOnly: true })),
    name: z.string().register(
      facts,
      fact({
        readOnly: true,
        coupledTo: {
          entity: 'Timetrackingactivity',
          property: 'name',
          ownKey: 'activityCode',
          theirKey: 'code',
        },
      }),
    ),
  },
});
