import { Kysely, PostgresDialect, sql } from 'kysely';
import { DatabaseError, Pool, types } from 'pg';
import { SyncproofError } from '../../errors.ts';
import { begin, migrate } from './migrations.ts';
import { repointingReason } from './repointing.ts';
import { schemaSteps } from './schema.ts';
import { sqlStore } from './sql-store.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Which PostgreSQL store to open. */
export interface PostgresStore {
  /** `postgres://user:password@host:port/database`; never repeated in a message. */
  readonly connectionString: string;
  /** The schema that holds this installation's tables: installations share a database, but no schema. */
  readonly schema: string;
  /** Says that this is a first run: a schema without a store is then given one. */
  readonly create?: boolean;
}

const steps = schemaSteps({ serial: sql`bigserial primary key`, key: sql`text collate "C"` });

/** `int8`, which comes as text otherwise; what a store counts fits a number. */
const int8 = 20;

/** How often that is done again which gave way to another connection's work. */
const attempts = 10;

/** Serialisation failure and deadlock: the same may succeed next (PostgreSQL manual, appendix A). */
const givenWay: readonly (string | undefined)[] = ['40001', '40P01'];

/** A unique constraint's violation (PostgreSQL manual, appendix A): only a link's is not resolved. */
const duplicate = '23505';

/**
 * Opens the store in one schema of a PostgreSQL database. A store that is missing is made only
 * where the caller says that this is a first run; a newer syncproof's is refused with `store`.
 */
export function openPostgresStore({
  connectionString,
  schema,
  create = false,
}: PostgresStore): Promise<Store> {
  return attempt(async () => {
    const db = connect(connectionString).withSchema(schema);
    try {
      await found(db, { schema, create });
      await migrate(db, steps);
      return sqlStore({ db, attempt });
    } catch (cause) {
      await db.destroy();
      throw cause;
    }
  });
}

function connect(connectionString: string): Kysely<Tables> {
  const pool = new Pool({
    connectionString,
    types: {
      getTypeParser: (id, format) => (id === int8 ? Number : types.getTypeParser(id, format)),
    },
  });
  // The loss of an idle connection shows when the store is next used; unheard, it ends the process.
  pool.on('error', () => {});
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

/** Makes sure that there is a store; of several engines on their first run one makes it. */
async function found(
  db: Kysely<Tables>,
  { schema, create }: Required<Pick<PostgresStore, 'schema' | 'create'>>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`syncproof ${schema}`}))`.execute(trx);
    const known = await sql`
      select from pg_tables where schemaname = ${schema} and tablename = 'format'
    `.execute(trx);
    if (known.rows.length > 0) return;
    if (!create) {
      throw new SyncproofError(
        'store',
        `the schema ${schema} has no store; name the right one, or say that this is the first run`,
      );
    }
    await trx.schema.createSchema(schema).ifNotExists().execute();
    await begin(trx);
  });
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof SyncproofError) throw cause;
      const code = cause instanceof DatabaseError ? cause.code : undefined;
      if (left === 1 || !givenWay.includes(code)) throw refusal(cause, code);
    }
  }
}

function refusal(cause: unknown, code: string | undefined): SyncproofError {
  const detail = cause instanceof Error ? cause.message || cause.name : String(cause);
  const reason = code === duplicate ? `${repointingReason} (${detail})` : detail;
  return new SyncproofError('store', `the PostgreSQL store cannot be used: ${reason}`, { cause });
}
