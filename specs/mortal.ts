import type { Mortality } from '../src/harness/simulation/mortality.ts';
import type { Store } from '../src/sync/store.ts';

/** A wire on which the engine can die at each request. */
export function mortalFetch(wire: typeof fetch, mortality: Mortality): typeof fetch {
  return (input, init) => mortality.guard('request', () => wire(input, init));
}

/** A store on which the engine can die at each write: the write as a whole is there, or is not. */
export function mortalStore(store: Store, mortality: Mortality): Store {
  return {
    ...store,
    commit: (changes, lease) => mortality.guard('commit', () => store.commit(changes, lease)),
  };
}
