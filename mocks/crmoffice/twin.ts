import { createPlainRest } from '../plain-rest/system.ts';
import type { Twin, TwinOptions } from '../twin.ts';
import { crmBehaviours } from './behaviours.ts';
import { activities, companies, contacts } from './entities.ts';

/** CRMOffice: its known entities in a plain REST dialect that is assumed (`apis.md 4`). Answers at `baseUrl`, where one is given. */
export function createCrmOffice(options: TwinOptions & { readonly baseUrl?: string }): Twin {
  return createPlainRest({
    baseUrl: 'https://crmoffice.test',
    ...options,
    system: 'CRMOffice',
    entities: [activities, contacts, companies],
    behaviours: crmBehaviours,
  });
}
