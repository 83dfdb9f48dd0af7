import type { LostKey, LostValue } from './lost-value.ts';
import { keyText, seal, unseal } from './sealing.ts';
import { lostShape } from './shapes.ts';
import type { Store } from './store.ts';
import type { Db } from './tables.ts';

/** Keeps a lost value, or the newer state of one. */
export async function keepLost(trx: Db, value: LostValue): Promise<void> {
  const keys = keysOf(value);
  const state = value.reported ? 'reported' : 'new';
  const changed = { state, ...seal([...Object.values(keys), state], value) } as const;
  await trx
    .insertInto('lost')
    .values({ ...keys, ...changed })
    .onConflict((conflict) => conflict.columns(['section', 'source', 'what']).doUpdateSet(changed))
    .execute();
}

/** Forgets a lost value. */
export async function dropLost(trx: Db, key: LostKey): Promise<void> {
  const { section, source, what } = keysOf(key);
  await trx
    .deleteFrom('lost')
    .where('section', '=', section)
    .where('source', '=', source)
    .where('what', '=', what)
    .execute();
}

/** See `Store.lostValues`. */
export async function listLost(
  db: Db,
  { section, sourceId, reported }: Parameters<Store['lostValues']>[0],
): ReturnType<Store['lostValues']> {
  const all = db
    .selectFrom('lost')
    .select(['section', 'source', 'what', 'state', 'body', 'sum'])
    .where('section', '=', keyText(section));
  const some = sourceId === undefined ? all : all.where('source', '=', keyText(sourceId));
  const asked = reported ? some : some.where('state', '=', 'new');
  // Few are one record's: that they are found by it, and not among all, is worth more than their age.
  const rows = await asked.orderBy(sourceId === undefined ? 'seq' : 'what').execute();
  return rows.map((row) => {
    const keys = [row.section, row.source, row.what, row.state];
    return unseal(row, { keys, shape: lostShape });
  });
}

function keysOf({ section, source, row, lost }: LostKey) {
  return {
    section: keyText(section),
    source: keyText(source.id),
    what: keyText(JSON.stringify([row, lost])),
  };
}
