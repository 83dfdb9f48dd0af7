import type { Selectable } from 'kysely';
import type { Side } from '../../settings.ts';
import type { Link } from '../link.ts';
import type { Store } from '../store.ts';
import type { Backend } from './backend.ts';
import { keyText, unseal } from './sealing.ts';
import { linkShape } from './shapes.ts';
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

interface Wanted {
  readonly section: string;
  readonly unseen?: { readonly side: Side; readonly entity: string };
}

/** See `Store.links` and `Store.unseen`: page by page, each going on after the last one's end. */
export async function* streamLinks({ db, attempt }: Backend, wanted: Wanted): AsyncIterable<Link> {
  const ofSection = db.selectFrom('link').where('section', '=', keyText(wanted.section));
  const newest = await attempt(() =>
    ofSection.select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst(),
  );
  if (newest === undefined) return;
  const pages = linksUpTo(db, wanted, newest.seq);
  for (let after = 0; ; ) {
    const page = await attempt(() => pages.where('seq', '>', after).execute());
    for (const row of page) yield readLink(row);
    const end = page.at(-1);
    if (end === undefined || page.length < pageSize) return;
    after = end.seq;
  }
}

function linksUpTo(db: Db, { section, unseen }: Wanted, newest: number) {
  const links = db
    .selectFrom('link')
    .selectAll('link')
    .where('section', '=', keyText(section))
    .where('seq', '<=', newest)
    .orderBy('seq')
    .limit(pageSize);
  if (unseen === undefined) return links;
  const { side, entity } = unseen;
  return links.where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('seen')
          .select('seen.id')
          .where('seen.side', '=', side)
          .where('seen.entity', '=', keyText(entity))
          .whereRef('seen.id', '=', `link.${side}`),
      ),
    ),
  );
}

function readLink(row: Selectable<Tables['link']>): Link {
  return unseal(row, { keys: [row.section, row.source, row.target], shape: linkShape });
}
