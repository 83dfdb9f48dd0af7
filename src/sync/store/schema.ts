import type { CreateTableBuilder, RawBuilder } from 'kysely';
import type { Step } from './migrations.ts';
import type { Db } from './tables.ts';

/** The column types in which the databases differ. */
export interface ColumnTypes {
  /** A primary key that counts up by itself. */
  readonly serial: RawBuilder<unknown>;
  /** Text that is compared byte by byte, whatever the database's language is. */
  readonly key: RawBuilder<unknown>;
}

/** How a store came to be what it is: steps are added at the end and never changed again. */
export function schemaSteps(types: ColumnTypes): readonly Step[] {
  return [
    async (db) => {
      await createBySection(db, types);
      await createByEntity(db, types);
      await createLease(db);
    },
    (db) => createLost(db, types),
  ];
}

/** Every table is reached by its ids, and page by page, through an index. */
async function createBySection({ schema }: Db, { serial, key }: ColumnTypes): Promise<void> {
  const links = schema.createTable('link').addColumn('seq', serial);
  await sealed(keyed(links, { key, names: ['section', 'source', 'target'] }))
    .addUniqueConstraint('link_by_source', ['section', 'source'])
    .addUniqueConstraint('link_by_target', ['section', 'target'])
    .addUniqueConstraint('link_in_order', ['section', 'seq'])
    .execute();
  await sealed(keyed(schema.createTable('intent'), { key, names: ['section', 'source'] }))
    .addPrimaryKeyConstraint('intent_by_source', ['section', 'source'])
    .execute();
  const pending = schema.createTable('pending').addColumn('seq', serial);
  await sealed(keyed(pending, { key, names: ['section', 'source'] }))
    .addUniqueConstraint('pending_by_source', ['section', 'source'])
    .addUniqueConstraint('pending_in_order', ['section', 'seq'])
    .execute();
}

async function createByEntity({ schema }: Db, { key }: ColumnTypes): Promise<void> {
  await sealed(keyed(schema.createTable('watermark'), { key, names: ['side', 'entity'] }))
    .addPrimaryKeyConstraint('watermark_by_entity', ['side', 'entity'])
    .execute();
  // The id comes first: a listing is nearly the whole table, and PostgreSQL, while it has counted
  // nothing yet, would read all of it where the listing came first.
  await keyed(schema.createTable('seen'), { key, names: ['id', 'side', 'entity'] })
    .addPrimaryKeyConstraint('seen_by_id', ['id', 'side', 'entity'])
    .execute();
}

async function createLost({ schema }: Db, { serial, key }: ColumnTypes): Promise<void> {
  const lost = schema.createTable('lost').addColumn('seq', serial);
  await sealed(keyed(lost, { key, names: ['section', 'source', 'what', 'state'] }))
    .addUniqueConstraint('lost_by_source', ['section', 'source', 'what'])
    .addUniqueConstraint('lost_in_order', ['section', 'seq'])
    .addUniqueConstraint('lost_by_state', ['section', 'state', 'seq'])
    .execute();
}

async function createLease(db: Db): Promise<void> {
  await db.schema
    .createTable('lease')
    .addColumn('owner', 'text')
    .addColumn('token', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.insertInto('lease').values({ owner: null, token: 0, expires_at: 0 }).execute();
}

type Table = CreateTableBuilder<string, string>;

function keyed(
  table: Table,
  { key, names }: { readonly key: RawBuilder<unknown>; readonly names: readonly string[] },
): Table {
  return names.reduce((made, name) => made.addColumn(name, key, (it) => it.notNull()), table);
}

function sealed(table: Table): Table {
  return table
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('sum', 'integer', (column) => column.notNull());
}
