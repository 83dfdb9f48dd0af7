import { type Lease, leaseRefusal, maySubmit } from './lease.ts';
import type { Link } from './link.ts';
import { repointing } from './repointing.ts';
import { keyText, seal } from './sealing.ts';
import { lockTenure } from './sql-leases.ts';
import { dropLost, keepLost } from './sql-lost.ts';
import type { StoreChange } from './store.ts';
import type { Db } from './tables.ts';

/** Ids in one statement: few enough for every database. */
const idsAtOnce = 100;

interface Commit {
  readonly changes: readonly StoreChange[];
  readonly lease: Lease | undefined;
}

/** See `Store.commit`; takes place in a transaction. */
export async function commitChanges(trx: Db, { changes, lease }: Commit): Promise<void> {
  const tenure = await lockTenure(trx);
  if (!maySubmit(tenure, lease)) throw leaseRefusal(tenure, lease);
  for (const change of changes) await apply(trx, change);
}

function apply(trx: Db, change: StoreChange): Promise<unknown> {
  switch (change.kind) {
    case 'link':
      return keepLink(trx, change.link);
    case 'intent':
      return keep(trx, { table: 'intent', content: change.intent });
    case 'pending':
      return keep(trx, { table: 'pending', content: change.pending });
    case 'intent-done':
      return drop(trx, { ...change, table: 'intent' });
    case 'pending-done':
      return drop(trx, { ...change, table: 'pending' });
    case 'lost':
      return keepLost(trx, change.value);
    case 'lost-done':
      return dropLost(trx, change.value);
    case 'watermark':
      return keepWatermark(trx, change);
    case 'seen':
      return see(trx, change);
    case 'seen-done':
      return trx
        .deleteFrom('seen')
        .where('side', '=', change.side)
        .where('entity', '=', keyText(change.entity))
        .execute();
  }
}

type Change<Kind extends StoreChange['kind']> = Extract<StoreChange, { kind: Kind }>;

/** Never re-points: a source with another target stays as it is, a target with another source is refused by its constraint. */
async function keepLink(trx: Db, link: Link): Promise<void> {
  const keys = {
    section: keyText(link.section),
    source: keyText(link.source.id),
    target: keyText(link.target.id),
  };
  const sealed = seal([keys.section, keys.source, keys.target], link);
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('link')
    .values({ ...keys, ...sealed })
    .onConflict((conflict) =>
      conflict
        .columns(['section', 'source'])
        .doUpdateSet(sealed)
        .where('link.target', '=', keys.target),
    )
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw repointing(link);
}

interface Kept {
  readonly table: 'intent' | 'pending';
  readonly content: Change<'intent'>['intent'] | Change<'pending'>['pending'];
}

function keep(trx: Db, { table, content }: Kept): Promise<unknown> {
  const keys = { section: keyText(content.section), source: keyText(content.source.id) };
  const sealed = seal([keys.section, keys.source], content);
  return trx
    .insertInto(table)
    .values({ ...keys, ...sealed })
    .onConflict((conflict) => conflict.columns(['section', 'source']).doUpdateSet(sealed))
    .execute();
}

interface Dropped {
  readonly table: 'intent' | 'pending';
  readonly section: string;
  readonly sourceId: string;
}

function drop(trx: Db, { table, section, sourceId }: Dropped): Promise<unknown> {
  return trx
    .deleteFrom(table)
    .where('section', '=', keyText(section))
    .where('source', '=', keyText(sourceId))
    .execute();
}

function keepWatermark(trx: Db, { watermark }: Change<'watermark'>): Promise<unknown> {
  const keys = { side: watermark.side, entity: keyText(watermark.entity) };
  const sealed = seal([keys.side, keys.entity], watermark);
  return trx
    .insertInto('watermark')
    .values({ ...keys, ...sealed })
    .onConflict((conflict) => conflict.columns(['side', 'entity']).doUpdateSet(sealed))
    .execute();
}

async function see(trx: Db, { side, entity, ids }: Change<'seen'>): Promise<void> {
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const rows = ids
      .slice(from, from + idsAtOnce)
      .map((id) => ({ side, entity: keyText(entity), id: keyText(id) }));
    await trx
      .insertInto('seen')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
