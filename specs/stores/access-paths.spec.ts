import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type CompiledQuery, Kysely, SqliteDialect, sql } from 'kysely';
import { expect, test } from 'vitest';
import { begin, migrate } from '../../src/sync/store/migrations.ts';
import { schemaSteps } from '../../src/sync/store/schema.ts';
import { sqlStore } from '../../src/sync/store/sql-store.ts';
import { sqliteDriver } from '../../src/sync/store/sqlite-driver.ts';
import type { Tables } from '../../src/sync/store/tables.ts';
import { collected } from './collected.ts';
import {
  linkChanges,
  sampleIntent,
  sampleLost,
  samplePending,
  sampleWatermark,
  section,
} from './samples.ts';

test('No question and no change reads a whole table', async () => {
  const database = new DatabaseSync(':memory:');
  const asked: CompiledQuery[] = [];
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: sqliteDriver(database) }),
    log: ({ query }) => {
      asked.push(query);
    },
  });
  await begin(db);
  await migrate(db, schemaSteps({ serial: sql`integer primary key`, key: sql`text` }));
  asked.length = 0;
  const store = sqlStore({ db, attempt: (work) => work() });
  const by = { section, sourceId: 's1' };
  const listing = { side: 'source', entity: 'Contact' } as const;
  await store.commit([
    ...linkChanges([1]),
    { kind: 'intent', intent: sampleIntent(1) },
    { kind: 'intent-done', ...by },
    { kind: 'pending', pending: samplePending(1) },
    { kind: 'pending-done', ...by },
    { kind: 'lost', value: sampleLost(1) },
    { kind: 'lost-done', value: sampleLost(1) },
    { kind: 'watermark', watermark: sampleWatermark },
    { kind: 'seen', ...listing, ids: ['s1'] },
    { kind: 'seen-done', ...listing },
  ]);
  await store.link({ section, side: 'source', id: 's1' });
  await store.link({ section, side: 'target', id: 't1' });
  await collected(store.links(section));
  await collected(store.unseen({ section, ...listing }));
  await store.intent(by);
  await store.pending(by);
  await store.allPending(section);
  await store.watermark(listing);
  await store.lostValues({ section, reported: true });
  await store.lostValues({ section, reported: false });
  await store.lostValues({ ...by, reported: false });
  const plans = asked.flatMap((query) => plan(database, query));
  expect(plans.join('\n')).toMatch(/SEARCH lost USING INDEX \S+ \(section=\? AND source=\?\)$/m);
  expect(plans.filter((step) => step.startsWith('SEARCH')).length).toBeGreaterThan(9);
  const scans = plans.filter((step) => /SCAN|TEMP/.test(step));
  // The lease has one row, and what was seen is read whole to be forgotten whole.
  expect(scans).toEqual(['SCAN lease', 'SCAN seen']);
  await store.close();
});

function plan(database: DatabaseSync, { sql: text, parameters }: CompiledQuery): readonly string[] {
  if (!/^(select|insert|update|delete)/.test(text)) return [];
  const bound = parameters.map((parameter): SQLInputValue => String(parameter));
  const steps = database.prepare(`explain query plan ${text}`).all(...bound);
  return steps.map((step) => String(step['detail']));
}
