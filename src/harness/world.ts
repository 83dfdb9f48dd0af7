import type { SystemContract } from '../checklist/contract.ts';
import type { Instant } from '../clock.ts';
import type { Dataflow } from '../dataflow/dataflow.ts';
import type { Ledger } from '../evidence/ledger.ts';
import type { Redactor } from '../evidence/redaction.ts';
import type { Settings, Side } from '../settings.ts';
import type { Properties } from '../value.ts';
import type { CompanyLever } from './company-lever.ts';
import type { FaultRule } from './fault-rule.ts';
import type { MemoryLever } from './memory-lever.ts';
import type { Mortality } from './mortality.ts';
import type { Party } from './party.ts';
import type { SystemUnderTest } from './system-under-test.ts';

/**
 * Everything that one check runs in: both systems as people see them, the engine between them,
 * and the levers. Declared here and put together elsewhere, so that a sandbox of the real
 * systems can take a twin's place.
 */
export interface World {
  readonly seed: number;
  readonly dataflow: Dataflow;
  readonly settings: Settings;
  readonly contracts: Readonly<Record<Side, SystemContract>>;
  readonly parties: Readonly<Record<Side, Party>>;
  readonly ledger: Ledger;
  readonly clock: { now(): Instant; advance(ms: number): void };
  /** In [0, 1), from the seed. */
  readonly dice: () => number;
  readonly engine: SystemUnderTest;
  readonly faults: FaultLever;
  /** Kills the engine in the midst of a pass; absent where the engine is out of reach. */
  readonly mortality?: Mortality;
  /** Reaches into the engine's memory; absent where that is out of reach. */
  readonly memory?: MemoryLever;
  /** Moves the engine's credentials to another company; absent where they are out of reach. */
  readonly company?: CompanyLever;
  /** A new record as a person would make it, every text in it unlike any other record's. */
  readonly newRecord: Readonly<Record<Side, (entity: string) => Properties>>;
  /** The gate through which all evidence goes: it masks the systems' secrets. */
  readonly gate: Redactor;
  /** Requests that no system owns, as `METHOD url`. */
  readonly strays: readonly string[];
  /** Laws that are not judged, by name: a proof that they are needed. None where left out. */
  readonly lawsOff?: ReadonlySet<string>;
  /** Ends whatever of it runs beside this process; absent where nothing does. */
  readonly close?: () => Promise<void>;
  /** What a stand-in for a system threw instead of answering: the harness's own fault. */
  readonly defects: readonly unknown[];
}

/** Makes a twin fail; rules are plain data and stand in the ledger where they strike. Refuses (`check`) what can never strike. */
export interface FaultLever {
  inject(rule: FaultRule): void;
  clear(): void;
}
