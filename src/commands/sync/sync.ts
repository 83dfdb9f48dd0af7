import { randomUUID } from 'node:crypto';
import { visible } from '../../dataflow/visible.ts';
import type { Parts } from '../../sync/context.ts';
import { createEngine, referenceParts } from '../../sync/engine.ts';
import type { Store } from '../../sync/store/store.ts';
import { type Console, exitCodes } from '../console.ts';
import { explain } from './explain.ts';
import { type OpenSync, openSync, type SyncSource, type SyncSurroundings } from './open-sync.ts';
import { type Voice, voice } from './voice.ts';

export interface SyncOptions extends SyncSource {
  /** Seconds between two passes; one pass where there is none. */
  readonly every?: number;
  readonly json: boolean;
  /** Seconds for which the store stays with an engine that dies. */
  readonly lease: number;
  /** Lists what would be written, and writes and remembers nothing. */
  readonly dryRun: boolean;
  /** Tells of the links of one source record what would win and why, and does nothing. */
  readonly explain?: string;
}

interface Surroundings extends SyncSurroundings {
  readonly console: Console;
  /** Resolves when the command is to end; a pass that has begun is finished. */
  readonly stopped: Promise<void>;
}

/**
 * `syncproof sync`: runs the reference engine on configured systems, once or until it is stopped.
 * Exit code 1 where one pass leaves something open.
 */
export async function sync(options: SyncOptions, surroundings: Surroundings): Promise<number> {
  const open = await openSync(options, surroundings);
  try {
    if (options.explain !== undefined) {
      surroundings.console.out(await explain(open, options.explain, surroundings.clock.now()));
      return exitCodes.ok;
    }
    return await passes(open, options, surroundings);
  } finally {
    await open.store.close();
  }
}

async function passes(
  open: OpenSync,
  { every, json, dryRun, lease }: SyncOptions,
  { console, clock, stopped }: Surroundings,
): Promise<number> {
  const speak = voice(console, json);
  const engine = createEngine({
    ...open,
    clock,
    owner: randomUUID(),
    leaseMs: lease * 1000,
    store: dryRun ? unchanged(open.store) : open.store,
    parts: { write: dryRun ? withheld(speak) : told(speak) },
  });
  let ending = false;
  void stopped.then(() => {
    ending = true;
  });
  for (;;) {
    const report = await engine.cycle();
    if (!ending && report.problems.some(({ kind }) => kind === 'held')) {
      console.err(`${visible(report.problems.map(({ reason }) => reason).join('; '))}\n`);
      await Promise.race([clock.sleep(heldMs), stopped]);
      continue;
    }
    speak.cycle(clock.now(), report);
    await engine.received();
    if (every === undefined)
      return report.problems.length === 0 ? exitCodes.ok : exitCodes.notAccepted;
    if (!ending) await Promise.race([clock.sleep(every * 1000), stopped]);
    if (ending) return exitCodes.ok;
  }
}

/** How long an engine waits before it asks again for a store that another one holds. */
const heldMs = 500;

function told(speak: Voice): Parts['write'] {
  return async (intent) => {
    const outcome = await referenceParts.write(intent);
    speak.wrote(intent, outcome.kind);
    return outcome;
  };
}

function withheld(speak: Voice): Parts['write'] {
  return async (intent) => {
    speak.wrote(intent, 'not sent');
    return { kind: 'failed', reason: 'not sent: this is a dry run' };
  };
}

/** The store as it is, whatever is committed: a dry run leaves no trace, nor takes the lease. */
function unchanged(store: Store): Store {
  const lease = { owner: 'dry run', token: 0, expiresAt: Number.POSITIVE_INFINITY };
  return {
    ...store,
    unseen: async function* () {},
    commit: async () => undefined,
    acquireLease: async () => lease,
    renewLease: async () => lease,
    releaseLease: async () => undefined,
  };
}
