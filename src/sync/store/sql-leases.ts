import { sql } from 'kysely';
import type { Backend } from './backend.ts';
import { type Lease, type LeaseTerm, leaseRefusal, type Tenure } from './lease.ts';
import { onlyRow } from './migrations.ts';
import type { Store } from './store.ts';
import type { Db } from './tables.ts';

const tenureColumns = ['owner', 'token', 'expires_at as expiresAt'] as const;

/** The leases of a store in a database: each step is one statement, so no two engines do it at once. */
export function sqlLeases({
  db,
  attempt,
}: Backend): Pick<Store, 'acquireLease' | 'renewLease' | 'releaseLease'> {
  return {
    acquireLease: (wanted) => attempt(() => acquire(db, wanted)),
    renewLease: (lease, term) => attempt(() => renew(db, lease, term)),
    releaseLease: (lease) => attempt(() => release(db, lease)),
  };
}

/** Who holds the store, until the transaction's end: whoever wants to take it over waits until then. */
export async function lockTenure(trx: Db): Promise<Tenure> {
  const touched = trx.updateTable('lease').set({ token: sql<number>`token` });
  return onlyRow(await touched.returning(tenureColumns).execute());
}

async function acquire(
  db: Db,
  { owner, ttlMs, now }: { readonly owner: string } & LeaseTerm,
): Promise<Lease> {
  const [tenure] = await db
    .updateTable('lease')
    .set({ owner, token: sql<number>`token + 1`, expires_at: now + ttlMs })
    .where(({ or, eb }) => or([eb('owner', 'is', null), eb('expires_at', '<=', now)]))
    .returning(tenureColumns)
    .execute();
  if (tenure === undefined) throw leaseRefusal(await readTenure(db));
  return { owner, token: tenure.token, expiresAt: tenure.expiresAt };
}

async function renew(db: Db, lease: Lease, { ttlMs, now }: LeaseTerm): Promise<Lease> {
  const expiresAt = now + ttlMs;
  const { numUpdatedRows } = await db
    .updateTable('lease')
    .set({ expires_at: expiresAt })
    .where('owner', 'is not', null)
    .where('token', '=', lease.token)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw leaseRefusal(await readTenure(db), lease);
  return { ...lease, expiresAt };
}

async function release(db: Db, { token }: Lease): Promise<void> {
  await db.updateTable('lease').set({ owner: null }).where('token', '=', token).execute();
}

async function readTenure(db: Db): Promise<Tenure> {
  return onlyRow(await db.selectFrom('lease').select(tenureColumns).execute());
}
