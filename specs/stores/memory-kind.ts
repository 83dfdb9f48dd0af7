import { memoryStore } from '../../src/sync/store/memory.ts';
import type { StoreKind } from './store-kind.ts';

/** The store of simulations: opening it again finds the same one, as long as the process lives. */
export const memoryKind: StoreKind = {
  histories: 300,
  start: async () => {},
  place: () => {
    const store = memoryStore();
    return { open: async () => store };
  },
  stop: async () => {},
};
