import { PostgreSqlContainer, type StartedPostgreSqlContainer } from '@testcontainers/postgresql';
import { Client } from 'pg';
import { getContainerRuntimeClient, ImageName } from 'testcontainers';
import { openPostgresStore } from '../../src/sync/store/postgres.ts';
import type { DurablePlace, StoreKind } from './store-kind.ts';

/** The server's image; where no registry can be reached, `.ci/docker/start.sh` makes one. */
const image = process.env['SYNCPROOF_POSTGRES_IMAGE'] ?? 'postgres:17';

/** Why no container can be started here, or `undefined` where one can. */
export async function containersMissing(): Promise<string | undefined> {
  try {
    const engine = await getContainerRuntimeClient();
    await engine.image.pull(ImageName.fromString(image));
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** Schemas of a real PostgreSQL in a container. */
export interface PostgresKind extends StoreKind<DurablePlace> {
  /** A place whose connections isolate their transactions as strictly as PostgreSQL can. */
  serializablePlace(): DurablePlace;
  /** How its databases are reached, once it has started. */
  connectionString(): string;
}

/** The container is started by `start` and lives until `stop`. */
export function postgresKind(): PostgresKind {
  let container: StartedPostgreSqlContainer | undefined;
  let places = 0;
  const connectionUri = (): string => container?.getConnectionUri() ?? '';
  const placeWith = (options: string): DurablePlace => {
    places += 1;
    const schema = `installation ${places}`;
    const connectionString = `${connectionUri()}?options=${encodeURIComponent(options)}`;
    return {
      open: (how) => openPostgresStore({ connectionString, schema, ...how }),
      setVersion: async (version) => {
        const client = new Client({ connectionString });
        await client.connect();
        await client.query(`update "${schema}".format set version = ${version}`);
        await client.end();
      },
    };
  };
  return {
    histories: 15,
    start: async () => {
      container = await new PostgreSqlContainer(image).start();
    },
    connectionString: connectionUri,
    place: () => placeWith(''),
    serializablePlace: () => placeWith('-c default_transaction_isolation=serializable'),
    stop: async () => {
      await container?.stop();
    },
  };
}
