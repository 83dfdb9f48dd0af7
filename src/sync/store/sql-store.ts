import type { ZodType } from 'zod';
import type { Backend } from './backend.ts';
import type { Watermark } from './link.ts';
import { keyText, unseal } from './sealing.ts';
import { intentShape, pendingShape, watermarkShape } from './shapes.ts';
import { commitChanges } from './sql-commit.ts';
import { sqlLeases } from './sql-leases.ts';
import { findLink, streamLinks, streamUnseen } from './sql-links.ts';
import { listLost } from './sql-lost.ts';
import type { Store } from './store.ts';
import type { Db } from './tables.ts';

/** A store in a database that the query builder speaks to: the one code behind SQLite and PostgreSQL. */
export function sqlStore(backend: Backend): Store {
  const { db, attempt } = backend;
  return {
    link: (by) => attempt(() => findLink(db, by)),
    links: (section) => streamLinks(backend, section),
    unseen: (by) => streamUnseen(backend, by),
    intent: (by) => attempt(() => ofSource(db, { ...by, table: 'intent', shape: intentShape })),
    pending: (by) => attempt(() => ofSource(db, { ...by, table: 'pending', shape: pendingShape })),
    allPending: (section) => attempt(() => listPending(db, section)),
    lostValues: (by) => attempt(() => listLost(db, by)),
    watermark: (by) => attempt(() => findWatermark(db, by)),
    commit: (changes, lease) =>
      attempt(() =>
        db
          .transaction()
          // The lease's lock is what isolates; stricter levels, where they are the default, only conflict.
          .setIsolationLevel('read committed')
          .execute((trx) => commitChanges(trx, { changes, lease })),
      ),
    ...sqlLeases(backend),
    close: () => attempt(() => db.destroy()),
  };
}

interface OfSource<T> {
  readonly table: 'intent' | 'pending';
  readonly section: string;
  readonly sourceId: string;
  readonly shape: ZodType<T>;
}

async function ofSource<T>(
  db: Db,
  { table, section, sourceId, shape }: OfSource<T>,
): Promise<T | undefined> {
  const row = await db
    .selectFrom(table)
    .select(['section', 'source', 'body', 'sum'])
    .where('section', '=', keyText(section))
    .where('source', '=', keyText(sourceId))
    .executeTakeFirst();
  return row && unseal(row, { keys: [row.section, row.source], shape });
}

async function listPending(db: Db, section: string): ReturnType<Store['allPending']> {
  const rows = await db
    .selectFrom('pending')
    .select(['section', 'source', 'body', 'sum'])
    .where('section', '=', keyText(section))
    .orderBy('seq')
    .execute();
  return rows.map((row) => unseal(row, { keys: [row.section, row.source], shape: pendingShape }));
}

async function findWatermark(
  db: Db,
  { side, entity }: Parameters<Store['watermark']>[0],
): Promise<Watermark | undefined> {
  const row = await db
    .selectFrom('watermark')
    .select(['side', 'entity', 'body', 'sum'])
    .where('side', '=', side)
    .where('entity', '=', keyText(entity))
    .executeTakeFirst();
  return row && unseal(row, { keys: [row.side, row.entity], shape: watermarkShape });
}
