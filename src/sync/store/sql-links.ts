import type { Selectable } from 'kysely';
import type { Side } from '../../settings.ts';
import type { Backend } from './backend.ts';
import type { Link } from './link.ts';
import { keyText, unseal } from './sealing.ts';
import { linkShape } from './shapes.ts';
import type { Store } from './store.ts';
import type { Db, Tables } from './tables.ts';

/** Links that are in memory at once while they are streamed. */
const pageSize = 500;

/** See `Store.link`. */
export async function findLink(
  db: Db,
  { section, side, id }: Parameters<Store['link']>[0],
): Promise<Link | undefined> {
  const row = await db
    .selectFrom('link')
    .selectAll()
    .where('section', '=', keyText(section))
    .where(side, '=', keyText(id))
    .executeTakeFirst();
  return row && readLink(row);
}

/** See `Store.links`. */
export async function* streamLinks(backend: Backend, section: string): AsyncIterable<Link> {
  for await (const page of linkPages(backend, section)) yield* page.map(readLink);
}

/**
 * See `Store.unseen`. Each page asks for its own ids: one question about all links leaves it to
 * the database's statistics whether it is answered in seconds or in hours.
 */
export async function* streamUnseen(
  backend: Backend,
  { section, ...listing }: Parameters<Store['unseen']>[0],
): AsyncIterable<Link> {
  for await (const page of linkPages(backend, section)) {
    const ids = page.map((row) => row[listing.side]);
    const seen = await backend.attempt(() => seenOf(backend.db, { ...listing, ids }));
    yield* page.filter((row) => !seen.has(row[listing.side])).map(readLink);
  }
}

type Row = Selectable<Tables['link']>;

/** The links that a section has now, each page going on after the last one's end. */
async function* linkPages(
  { db, attempt }: Backend,
  section: string,
): AsyncIterable<readonly Row[]> {
  const links = db.selectFrom('link').where('section', '=', keyText(section));
  const newest = await attempt(() =>
    links.select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst(),
  );
  if (newest === undefined) return;
  const pages = links.selectAll().where('seq', '<=', newest.seq).orderBy('seq').limit(pageSize);
  for (let after = 0; ; ) {
    const page = await attempt(() => pages.where('seq', '>', after).execute());
    yield page;
    const end = page.at(-1);
    if (end === undefined || page.length < pageSize) return;
    after = end.seq;
  }
}

interface Listed {
  readonly side: Side;
  readonly entity: string;
  readonly ids: readonly string[];
}

async function seenOf(db: Db, { side, entity, ids }: Listed): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('seen')
    .select('id')
    .where('side', '=', side)
    .where('entity', '=', keyText(entity))
    .where('id', 'in', ids)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

function readLink(row: Row): Link {
  return unseal(row, { keys: [row.section, row.source, row.target], shape: linkShape });
}
