import type { SystemPort } from '../../sync/port.ts';
import { apiClient, type Connection } from '../http/client.ts';
import { collectionPort, type PlainRestOffer } from './entity-port.ts';
import { liveRecords } from './live-records.ts';

/** What reaches a system over plain REST. */
export interface PlainRestConfig extends Connection {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the system is known to offer; nothing where left out. */
  readonly offers?: ReadonlySet<PlainRestOffer>;
}

interface PlainRestSystem extends PlainRestConfig {
  readonly system: string;
  /** The collection's name in paths, or `undefined` for an entity that the system does not have. */
  readonly collectionOf: (entity: string) => string | undefined;
}

/**
 * A system that speaks the plain REST dialect: JSON collections with `items`, `total` and `next`,
 * merge patches, problem documents, and a token for client credentials at `/connect/token`
 * (all of it assumed: apis.md 4.2).
 */
export function plainRestSystem(config: PlainRestSystem): SystemPort {
  const { system, baseUrl, fetch, clock, clientId, clientSecret } = config;
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  };
  const token = { target: '/connect/token', headers: {}, form };
  const api = apiClient({ system, baseUrl, fetch, clock, token });
  return {
    system,
    entity: (name) => {
      const collection = config.collectionOf(name);
      if (collection === undefined) return undefined;
      const port = collectionPort({ api, path: `/${collection}` }, config.offers);
      return config.offers?.has('archives') ? liveRecords(port) : port;
    },
  };
}
