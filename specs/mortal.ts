import type { Life } from '../src/harness/mortality.ts';
import type { Store } from '../src/sync/store/store.ts';

/** A wire on which an engine can die at each request. */
export function mortalFetch(wire: typeof fetch, life: Life): typeof fetch {
  return (input, init) => life.guard('request', () => wire(input, init));
}

/** A store on which an engine can die at each write: the write as a whole is there, or is not. */
export function mortalStore(store: Store, life: Life): Store {
  const write = <T>(effect: () => Promise<T>): Promise<T> => life.guard('commit', effect);
  return {
    ...store,
    commit: (changes, lease) => write(() => store.commit(changes, lease)),
    acquireLease: (wanted) => write(() => store.acquireLease(wanted)),
    renewLease: (lease, term) => write(() => store.renewLease(lease, term)),
    releaseLease: (lease) => write(() => store.releaseLease(lease)),
  };
}
