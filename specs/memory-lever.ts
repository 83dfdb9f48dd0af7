import { SyncproofError } from '../src/errors.ts';
import type { MemoryLever } from '../src/harness/memory-lever.ts';
import type { EngineReport } from '../src/harness/system-under-test.ts';
import type { Store, StoreChange } from '../src/sync/store/store.ts';

/** A store that can be damaged and taken back to a backup, and the lever that does so. */
export interface FrailMemory {
  readonly store: Store;
  readonly lever: MemoryLever;
  /** A pass on it; on a damaged one the engine ends, and says why, as `syncproof sync` does. */
  pass<Report>(work: () => Promise<Report>): Promise<Report | EngineReport>;
}

interface Kept {
  store: Store;
  /** All that was committed to it, in order. */
  log: (readonly StoreChange[])[];
  isDamaged: boolean;
}

/** `make` makes an empty store; a backup is all that was committed until then. */
export function frailMemory(make: () => Store): FrailMemory {
  const kept: Kept = { store: make(), log: [], isDamaged: false };
  let backup: Kept['log'] = [];
  return {
    store: frailStore(kept),
    lever: {
      keep: () => {
        backup = [...kept.log];
      },
      restore: () => {
        kept.store = make();
        kept.log = [...backup];
        // A store in memory has applied each commit before it returns.
        for (const changes of backup) void kept.store.commit(changes);
      },
      damage: () => {
        kept.isDamaged = true;
      },
      mend: () => {
        kept.isDamaged = false;
      },
    },
    pass: (work) => saying(kept, work),
  };
}

function frailStore(kept: Kept): Store {
  const sound = (): Store => {
    if (!kept.isDamaged) return kept.store;
    throw new SyncproofError('store', 'the store is damaged: it cannot be read');
  };
  return {
    link: async (by) => sound().link(by),
    links: (section) => sound().links(section),
    unseen: (by) => sound().unseen(by),
    intent: async (by) => sound().intent(by),
    pending: async (by) => sound().pending(by),
    allPending: async (section) => sound().allPending(section),
    lostValues: async (by) => sound().lostValues(by),
    watermark: async (by) => sound().watermark(by),
    commit: async (changes, lease) => {
      await sound().commit(changes, lease);
      kept.log.push(changes);
    },
    acquireLease: async (wanted) => sound().acquireLease(wanted),
    renewLease: async (lease, term) => sound().renewLease(lease, term),
    releaseLease: async (lease) => sound().releaseLease(lease),
    close: async () => kept.store.close(),
  };
}

async function saying<Report>(
  kept: Kept,
  work: () => Promise<Report>,
): Promise<Report | EngineReport> {
  try {
    return await work();
  } catch (cause) {
    const isOwn = cause instanceof SyncproofError && cause.code === 'store';
    if (!kept.isDamaged || !isOwn) throw cause;
    return { problems: [{ kind: 'memory', reason: cause.message }], conflicts: [] };
  }
}
