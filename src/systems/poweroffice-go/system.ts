import type { SystemPort } from '../../sync/port.ts';
import { apiClient, type Connection } from '../http/client.ts';
import { type GoEntity, goEntityPort } from './entity-port.ts';
import { activity, contactPerson, customer, project, projectActivity } from './kinds.ts';
import { noParents, partyParents, projectParents } from './parents.ts';

interface PowerOfficeGoConfig extends Connection {
  /** GUID of the integration. */
  readonly applicationKey: string;
  /** GUID of the client company: one token reaches one company (apis.md 1.2). */
  readonly clientKey: string;
}

/** PowerOffice GO, API version 1, over HTTP (apis.md 1, 2). */
export function powerOfficeGo(config: PowerOfficeGoConfig): SystemPort {
  const { baseUrl, fetch, clock, applicationKey, clientKey } = config;
  const system = 'PowerOffice GO';
  const basic = Buffer.from(`${applicationKey}:${clientKey}`).toString('base64');
  const token = {
    target: '/OAuth/Token',
    headers: { authorization: `Basic ${basic}` },
    form: { grant_type: 'client_credentials' },
  };
  const api = apiClient({ system, baseUrl, fetch, clock, token });
  const entities = new Map<string, GoEntity>([
    ['Timetrackingactivity', { api, kind: activity, parents: noParents }],
    ['Projectactivity', { api, kind: projectActivity, parents: projectParents(api) }],
    ['Project', { api, kind: project, parents: noParents }],
    ['Contactperson', { api, kind: contactPerson, parents: partyParents }],
    ['Customer', { api, kind: customer, parents: noParents }],
  ]);
  return {
    system,
    entity: (name) => {
      const entity = entities.get(name);
      return entity === undefined ? undefined : goEntityPort(entity);
    },
  };
}
