import type { Clock } from '../clock.ts';
import type { Dataflow } from '../dataflow/dataflow.ts';
import type { Settings, Side } from '../settings.ts';
import type { Parts } from './context.ts';
import { runCycle } from './cycle.ts';
import type { CycleReport } from './cycle-report.ts';
import { decide } from './decide.ts';
import { diff } from './diff.ts';
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
  return { cycle: () => runCycle({ ...config, parts, plan, parents }) };
}
