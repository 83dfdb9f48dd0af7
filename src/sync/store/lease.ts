import type { Instant } from '../../clock.ts';
import { SyncproofError } from '../../errors.ts';

/** The right of one engine to write to a store, until it expires and another engine takes it. */
export interface Lease {
  /** One run of one engine: names that two runs share would hide from each which one holds it. */
  readonly owner: string;
  /** Grows with every lease that a store gives, so that a former holder is recognised. */
  readonly token: number;
  readonly expiresAt: Instant;
}

/** For how long a lease is wanted, by the clock of the engine that asks. */
export interface LeaseTerm {
  /** In milliseconds; longer than the clocks of the engines differ. */
  readonly ttlMs: number;
  readonly now: Instant;
}

/** Who holds a store: nobody while `owner` is `null`. */
export interface Tenure {
  readonly owner: string | null;
  readonly token: number;
  readonly expiresAt: Instant;
}

/** Whether whoever asks with this lease, or with none, may write. */
export function maySubmit({ owner, token }: Tenure, lease: Lease | undefined): boolean {
  return lease === undefined ? owner === null : owner !== null && token === lease.token;
}

/** The refusal of whoever asks for, or works with, a lease that is another's. */
export function leaseRefusal({ owner, expiresAt }: Tenure, lease?: Lease): SyncproofError {
  const holder =
    owner === null
      ? 'nobody holds the store now'
      : `${owner} holds the store until ${new Date(expiresAt).toISOString()}`;
  const asker = lease === undefined ? '' : `${lease.owner} has lost its lease: `;
  return new SyncproofError(
    'lease',
    `${asker}${holder}; acquire a lease and read the store again before writing`,
  );
}
