import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { SyncproofError } from '../../errors.ts';
import { begin, migrate } from './migrations.ts';
import { schemaSteps } from './schema.ts';
import { sqlStore } from './sql-store.ts';
import { sqliteDriver } from './sqlite-driver.ts';
import { attempt, patienceMs } from './sqlite-failure.ts';
import { checkFile, placeFile } from './sqlite-file.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

const steps = schemaSteps({ serial: sql`integer primary key`, key: sql`text` });

/** What marks a SQLite file as a store: "sprf" in ASCII (sqlite.org/pragma.html, application_id). */
const applicationId = 0x73707266;

/** Up to this size a file is examined whole when it is opened, which takes about 15 ms. */
const examinedBytes = 2 * 1024 * 1024;

/**
 * Opens the store in one file, with its `-wal` and `-shm` files beside it while it is open. A file
 * that is missing is made only where the caller says that this is a first run; one that is
 * damaged, not a store, or a newer syncproof's is refused with `store`.
 */
export function openSqliteStore(
  path: string,
  { create = false }: { readonly create?: boolean } = {},
): Promise<Store> {
  return attempt(async () => {
    if (create && !existsSync(path)) await placeFile(path, makeStore);
    checkFile(path);
    const database = new DatabaseSync(path, { timeout: patienceMs });
    try {
      examine(database, path);
      const db = builder(database);
      await migrate(db, steps);
      return sqlStore({ db, attempt });
    } catch (cause) {
      database.close();
      throw cause;
    }
  });
}

async function makeStore(path: string): Promise<void> {
  const database = new DatabaseSync(path);
  database.exec(`pragma application_id = ${applicationId}`);
  const db = builder(database);
  await db.transaction().execute(begin);
  await migrate(db, steps);
  await db.destroy();
}

/** A commit that has returned is on the disk: that is what FULL means in WAL mode. */
function builder(database: DatabaseSync): Kysely<Tables> {
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  return new Kysely({ dialect: new SqliteDialect({ database: sqliteDriver(database) }) });
}

function examine(database: DatabaseSync, path: string): void {
  const [marked] = Object.values(database.prepare('pragma application_id').get() ?? {});
  if (marked !== applicationId) {
    throw new SyncproofError('store', `${path} is a SQLite database, but not a store of syncproof`);
  }
  if (statSync(path).size > examinedBytes) return;
  const [verdict] = Object.values(database.prepare('pragma integrity_check(1)').get() ?? {});
  if (verdict === 'ok') return;
  throw new SyncproofError(
    'store',
    `${path} is damaged: ${String(verdict)}; restore it from a backup`,
  );
}
