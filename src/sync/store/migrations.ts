import { type Kysely, sql, type Transaction } from 'kysely';
import { SyncproofError } from '../../errors.ts';
import type { Db, Tables } from './tables.ts';

/** One change of the tables from a version to the next. */
export type Step = (db: Transaction<Tables>) => Promise<void>;

/** Begins a store that has no tables yet: version 0, on which `migrate` builds. */
export async function begin(db: Db): Promise<void> {
  await db.schema
    .createTable('format')
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  await db.insertInto('format').values({ version: 0 }).execute();
}

/** Brings a store to the newest version, forward only and as a whole; a store of a newer syncproof is refused. */
export async function migrate(db: Kysely<Tables>, steps: readonly Step[]): Promise<void> {
  const { version } = onlyRow(await db.selectFrom('format').select('version').execute());
  if (version === steps.length) return;
  await db.transaction().execute(async (trx) => {
    // The write takes the row's lock: of two engines that open an old store, one finds it done.
    const locked = trx.updateTable('format').set({ version: sql<number>`version` });
    const { version: from } = onlyRow(await locked.returning('version').execute());
    if (from > steps.length) throw newer(from, steps.length);
    for (const step of steps.slice(from)) await step(trx);
    await trx.updateTable('format').set({ version: steps.length }).execute();
  });
}

/** The one row of a table that always has one. */
export function onlyRow<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined || rows.length > 1) {
    throw new SyncproofError(
      'store',
      `the store is damaged: ${rows.length} rows where every store has one; restore it from a backup`,
    );
  }
  return row;
}

function newer(version: number, known: number): SyncproofError {
  return new SyncproofError(
    'store',
    `the store is of version ${version}, and this syncproof knows versions up to ${known}; update syncproof`,
  );
}
