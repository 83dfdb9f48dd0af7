import type { SystemPort } from '../../sync/port.ts';
import { type PlainRestConfig, plainRestSystem } from '../plain-rest/system.ts';

/** The entities of CRMOffice that documents name, and their collections (apis.md 4.1, 4.2). */
const collections: ReadonlyMap<string, string> = new Map([
  ['Activities', 'activities'],
  ['Contacts', 'contacts'],
  ['Companies', 'companies'],
]);

/** CRMOffice over HTTP. */
export function crmOffice(config: PlainRestConfig): SystemPort {
  return plainRestSystem({
    ...config,
    system: 'CRMOffice',
    collectionOf: (entity) => collections.get(entity),
  });
}
