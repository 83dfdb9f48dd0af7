import { createPlainRest } from '../plain-rest/system.ts';
import type { Twin, TwinOptions } from '../twin.ts';
import { crmBehaviours } from './behaviours.ts';
import { activities, companies, contacts } from './entities.ts';

/** CRMOffice: its known entities in a plain REST dialect that is assumed (`apis.md 4`). */
export function createCrmOffice(options: TwinOptions): Twin {
  return createPlainRest({
    ...options,
    system: 'CRMOffice',
    baseUrl: 'https://crmoffice.test',
    entities: [activities, contacts, companies],
    behaviours: crmBehaviours,
  });
}
