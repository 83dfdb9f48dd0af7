import type { Clock } from '../clock.ts';
import type { Dataflow } from '../dataflow/dataflow.ts';
import { SyncproofError } from '../errors.ts';
import type { Settings, Side } from '../settings.ts';
import type { Parts } from './context.ts';
import { runCycle } from './cycle.ts';
import type { CycleReport } from './cycle-report.ts';
import { decide } from './decide.ts';
import { diff } from './diff.ts';
import { holding } from './leased.ts';
import { planSections } from './plan.ts';
import { poll } from './poll.ts';
import type { SystemPort } from './port.ts';
import type { Store } from './store.ts';
import { write } from './write.ts';

/** The reference engine's own parts. */
export const referenceParts: Parts = { poll, diff, decide, write };

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
  cycle(): Promise<CycleReport>;
}

/** The reference engine. All that it remembers is in its store, so a new one goes on where it was. */
export function createEngine(config: EngineConfig): Engine {
  const plan = planSections(config);
  const parts = { ...referenceParts, ...config.parts };
  const parents = new Map<string, string>();
  const { store, clock, owner = 'engine', leaseMs = 30_000 } = config;
  return {
    cycle: async () => {
      const report = await holding({ store, clock, owner, ttlMs: leaseMs }, (held) =>
        runCycle({ ...config, store: held, parts, plan, parents }),
      );
      return report instanceof SyncproofError ? heldElsewhere(report) : report;
    },
  };
}

/** A pass in which nothing was done, because another engine works on the store. */
function heldElsewhere({ message }: SyncproofError): CycleReport {
  const problems = [{ kind: 'held', section: '', reason: message }] as const;
  return { writes: 0, problems, conflicts: [] };
}
