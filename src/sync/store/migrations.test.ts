import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { expect, test } from 'vitest';
import { begin, migrate, type Step } from './migrations.ts';
import { schemaSteps } from './schema.ts';
import { sqlStore } from './sql-store.ts';
import { sqliteDriver } from './sqlite-driver.ts';
import type { Tables } from './tables.ts';

async function begun(): Promise<{ readonly db: Kysely<Tables>; tables(): readonly unknown[] }> {
  const database = new DatabaseSync(':memory:');
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: sqliteDriver(database) }),
  });
  await begin(db);
  const listing = database.prepare(`select name from sqlite_schema where name like 'made-%'`);
  return { db, tables: () => listing.all().map(({ name }) => name) };
}

const making =
  (name: string): Step =>
  async (db) => {
    await sql`create table ${sql.id(name)} (x)`.execute(db);
  };

test('A store is brought to the newest version by the steps that it has not seen', async () => {
  const { db, tables } = await begun();
  await migrate(db, [making('made-1')]);
  expect(tables()).toEqual(['made-1']);
  await migrate(db, [making('made-1'), making('made-2'), making('made-3')]);
  expect(tables()).toEqual(['made-1', 'made-2', 'made-3']);
  await migrate(db, [making('made-1'), making('made-2'), making('made-3')]);
});

test('Steps that fail leave the store at the version that it had', async () => {
  const { db, tables } = await begun();
  const failing: Step = () => Promise.reject(new Error('no room'));
  await expect(migrate(db, [making('made-1'), failing])).rejects.toThrow('no room');
  expect(tables()).toEqual([]);
  await migrate(db, [making('made-1'), making('made-2')]);
  expect(tables()).toEqual(['made-1', 'made-2']);
});

test('A store of a newer version is refused', async () => {
  const { db } = await begun();
  await migrate(db, [making('made-1'), making('made-2')]);
  await expect(migrate(db, [making('made-1')])).rejects.toMatchObject({
    code: 'store',
    message: expect.stringContaining('version 2'),
  });
});

test('A store that does not know its version is refused', async () => {
  const { db } = await begun();
  await db.deleteFrom('format').execute();
  await expect(migrate(db, [])).rejects.toMatchObject({
    code: 'store',
    message: expect.stringContaining('the store is damaged: 0 rows'),
  });
});

test('A store of the first version keeps its links, and gains a place for lost values', async () => {
  const { db } = await begun();
  const steps = schemaSteps({ serial: sql`integer primary key`, key: sql`text` });
  const store = sqlStore({ db, attempt: (work) => work() });
  await migrate(db, steps.slice(0, 1));
  const pair = { section: 'people', source: { id: 's' }, target: { id: 't' } };
  const known = { source: undefined, target: undefined };
  await store.commit([{ kind: 'link', link: { ...pair, base: {}, known } }]);
  await migrate(db, steps);
  const lost = { row: 'a=b', winner: 'source', kept: 1, lost: 2, at: 0, reported: false } as const;
  await store.commit([{ kind: 'lost', value: { ...pair, ...lost } }]);
  expect(await store.lostValues({ section: 'people', reported: false })).toHaveLength(1);
  expect(await store.link({ section: 'people', side: 'target', id: 't' })).toBeDefined();
});
