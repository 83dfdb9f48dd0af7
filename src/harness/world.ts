import type { SystemContract } from '../checklist/contract.ts';
import type { Instant } from '../clock.ts';
import type { Dataflow } from '../dataflow/dataflow.ts';
import type { Ledger } from '../evidence/ledger.ts';
import type { Redactor } from '../evidence/redaction.ts';
import type { Settings, Side } from '../settings.ts';
import type { Properties } from '../value.ts';
import type { Party } from './party.ts';
import type { Mortality } from './simulation/mortality.ts';
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
  /** A new record as a person would make it, every text in it unlike any other record's. */
  readonly newRecord: Readonly<Record<Side, (entity: string) => Properties>>;
  /** The gate through which all evidence goes: it masks the systems' secrets. */
  readonly gate: Redactor;
  /** Requests that no system owns, as `METHOD url`. */
  readonly strays: readonly string[];
  /** What a stand-in for a system threw instead of answering: the harness's own fault. */
  readonly defects: readonly unknown[];
}

/** Makes a twin fail; rules are plain data and stand in the ledger where they strike. */
export interface FaultLever {
  inject(rule: FaultRule): void;
  clear(): void;
}

/** The requests about one entity that a fault falls on. */
interface Aim {
  readonly side: Side;
  readonly entity: string;
}

/** The faults that checks ask for; `sync-bugs.md`, Fault kinds. */
export type FaultRule =
  /** The next write is stored, but its answer is lost. */
  | (Aim & { readonly code: 'F2'; readonly write: 'create' | 'update' })
  /** The next `times` writes do nothing: answered 503 (F3), or refused in the API's own way (F4). */
  | (Aim & {
      readonly code: 'F3' | 'F4';
      readonly write: 'create' | 'update';
      readonly times: number;
    })
  /** The next `times` reads, of lists and of single records, are answered 503. */
  | (Aim & { readonly code: 'F3'; readonly reads: true; readonly times: number })
  /** The system shows nothing of these records any more, in lists or by itself, until the faults are cleared. */
  | (Aim & { readonly code: 'F8'; readonly ids: readonly string[] })
  /** Just before the next update lands, a user edits the same record. */
  | (Aim & { readonly code: 'F14'; readonly fields: Properties })
  /** The system's stamps are no finer than this. */
  | { readonly code: 'F11'; readonly side: Side; readonly resolutionMs: number }
  /** The system trims a text as it stores it. */
  | (Aim & { readonly code: 'F15'; readonly property: string });
