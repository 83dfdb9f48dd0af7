import type { Clock } from '../clock.ts';
import type { Dataflow } from '../dataflow/dataflow.ts';
import { SyncproofError } from '../errors.ts';
import type { Settings, Side } from '../settings.ts';
import type { Parts } from './context.ts';
import { runCycle } from './cycle.ts';
import type { CycleReport } from './cycle-report.ts';
import { decide } from './linked/decide.ts';
import { diff } from './linked/diff.ts';
import { planSections } from './plan.ts';
import type { SystemPort } from './port.ts';
import { poll } from './reading/poll.ts';
import { type Recognition, recognise } from './reading/recognise.ts';
import { holding } from './store/leased.ts';
import type { LostValue } from './store/lost-value.ts';
import type { Store } from './store/store.ts';
import { isOld } from './unlinked/relink.ts';
import { oneByOne, write, writeTogether } from './write.ts';

/** The reference engine's own parts. */
export const referenceParts: Parts = { poll, diff, decide, write, writeTogether };

export interface EngineConfig {
  readonly dataflow: Dataflow;
  readonly settings: Settings;
  readonly systems: Readonly<Record<Side, SystemPort>>;
  readonly store: Store;
  readonly clock: Clock;
  /** Names this run of this engine to others that share its store; must differ from theirs. */
  readonly owner?: string;
  /** How long the store stays with this engine if it dies, in milliseconds: shorter than passes are apart. */
  readonly leaseMs?: number;
  readonly parts?: Partial<Parts>;
}

/** A sync engine: one cycle is one full pass over the document's sections. */
export interface Engine {
  /** Asking for another one says that the last one's report has been received, as `received` does. */
  cycle(): Promise<CycleReport>;
  /** The last cycle's report is where it should be: the lost values in it need not be told again. */
  received(): Promise<void>;
}

/** The reference engine. All that it remembers is in its store, so a new one goes on where it was. */
export function createEngine(config: EngineConfig): Engine {
  const plan = planSections(config);
  const parts = partsOf(config.parts);
  const parents = new Map<string, string>();
  let isAwake = false;
  let told: readonly LostValue[] = [];
  const { store, clock, owner = 'engine', leaseMs = 30_000 } = config;
  const leasing = { store, clock, owner, ttlMs: leaseMs };
  return {
    cycle: async () => {
      const passed = await holding(leasing, async ({ store: held, assure }) => {
        await noteReported(held, told);
        told = [];
        const waking = !isAwake && (await isOld({ plan, store: held }));
        const { isHome, problems } = waking ? await recognise({ plan, store: held }) : atHome;
        if (!isHome) return { report: { writes: 0, problems, conflicts: [] }, lost: [] };
        const assuredParts = assured(parts, assure);
        const passed = { ...config, store: held, parts: assuredParts, plan, parents, waking };
        const { report, lost } = await runCycle(passed);
        return { report: { ...report, problems: [...problems, ...report.problems] }, lost };
      });
      if (passed instanceof SyncproofError) return heldElsewhere(passed);
      const { report } = passed;
      told = passed.lost;
      // What could not be read may still hide what was forgotten.
      isAwake ||= report.problems.every(({ kind }) => kind !== 'read');
      return report;
    },
    received: async () => {
      await holding(leasing, (held) => noteReported(held.store, told));
      told = [];
    },
  };
}

const atHome: Recognition = { isHome: true, problems: [] };

async function noteReported(store: Store, told: readonly LostValue[]): Promise<void> {
  if (told.length === 0) return;
  await store.commit(told.map((value) => ({ kind: 'lost', value: { ...value, reported: true } })));
}

/** A pass in which nothing was done, because another engine works on the store. */
function heldElsewhere({ message }: SyncproofError): CycleReport {
  const problems = [{ kind: 'held', section: '', reason: message }] as const;
  return { writes: 0, problems, conflicts: [] };
}

/** Whoever replaces `write` sees every single write: nothing goes past it in a batch. */
function partsOf(replaced: Partial<Parts> = {}): Parts {
  const { write: one } = replaced;
  const together = one === undefined ? {} : { writeTogether: oneByOne(one) };
  return { ...referenceParts, ...together, ...replaced };
}

/** The parts, writing only what is assured to be this engine's to write. */
function assured(parts: Parts, assure: () => Promise<void>): Parts {
  const write: Parts['write'] = async (intent) => {
    await assure();
    return parts.write(intent);
  };
  return {
    ...parts,
    write,
    writeTogether: async (intents) => {
      if (intents[0]?.port.createMany === undefined) return oneByOne(write)(intents);
      await assure();
      return parts.writeTogether(intents);
    },
  };
}
