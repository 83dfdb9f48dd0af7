import type { Clock } from '../../clock.ts';
import { SyncproofError } from '../../errors.ts';
import type { Lease } from './lease.ts';
import type { Store } from './store.ts';

interface Leasing {
  readonly store: Store;
  readonly clock: Pick<Clock, 'now'>;
  /** One run of one engine. */
  readonly owner: string;
  /** For how long the store is taken at a time, in milliseconds; renewed while the work goes on. */
  readonly ttlMs: number;
}

/**
 * Does the work while holding the store alone, so that two engines on one store never work
 * against each other. A store that another engine holds gives its refusal instead; a holder that
 * died is followed once its time is over, and can then commit nothing more.
 */
export async function holding<T>(
  leasing: Leasing,
  work: (held: Held) => Promise<T>,
): Promise<T | SyncproofError> {
  const { store, clock, owner, ttlMs } = leasing;
  try {
    const lease = await store.acquireLease({ owner, ttlMs, now: clock.now() });
    const held = { lease };
    try {
      return await work(leased(leasing, held));
    } finally {
      await store.releaseLease(held.lease);
    }
  } catch (cause) {
    if (cause instanceof SyncproofError && cause.code === 'lease') return cause;
    throw cause;
  }
}

/** What an engine works with while it holds the store. */
interface Held {
  /** The store as its holder sees it: commits carry the lease. */
  readonly store: Store;
  /**
   * Prolongs the lease before it runs out; refused with `lease` where another engine holds the
   * store by now. Asked before anything is written anywhere: an engine that slept must not wake up
   * and write what it decided before another one took over.
   */
  assure(): Promise<void>;
}

function leased({ store, clock, ttlMs }: Leasing, held: { lease: Lease }): Held {
  const assure = async (): Promise<void> => {
    const now = clock.now();
    if (held.lease.expiresAt - now >= ttlMs / 2) return;
    held.lease = await store.renewLease(held.lease, { ttlMs, now });
  };
  const commit: Store['commit'] = async (changes) => {
    await assure();
    await store.commit(changes, held.lease);
  };
  return { store: { ...store, commit }, assure };
}
