import { openPostgresStore } from '../../../src/sync/store/postgres.ts';
import { openSqliteStore } from '../../../src/sync/store/sqlite.ts';
import { lifeOf } from './life.ts';

/** One life in a process of its own: `child.ts STORE RECORDS`, STORE a path or a PostgreSQL URL. */
const [, , place = '', records = ''] = process.argv;
const store = place.startsWith('postgres')
  ? await openPostgresStore({ connectionString: place, schema: 'bench', create: true })
  : await openSqliteStore(place, { create: true });
const life = await lifeOf(Number(records), store);
await store.close();
process.stdout.write(`${JSON.stringify(life)}\n`);
