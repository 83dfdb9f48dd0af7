import type { SystemContract } from '../checklist/contract.ts';
import type { Instant } from '../clock.ts';
import type { Dataflow } from '../dataflow/dataflow.ts';
import type { Ledger } from '../evidence/ledger.ts';
import type { Redactor } from '../evidence/redaction.ts';
import type { Settings, Side } from '../settings.ts';
import type { Properties } from '../value.ts';
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

/** The faults that checks ask for; `sync-bugs.md`, Fault kinds. */
export type FaultRule =
  /** The next write of `entity` is stored, but its answer is lost. */
  | {
      readonly code: 'F2';
      readonly side: Side;
      readonly entity: string;
      readonly write: 'create' | 'update';
    }
  /** The next `times` writes of `entity` are answered 503 and do nothing. */
  | {
      readonly code: 'F3';
      readonly side: Side;
      readonly entity: string;
      readonly write: 'create' | 'update';
      readonly times: number;
    }
  /** The next `times` writes of `entity` are refused in the API's own way, though they are right. */
  | {
      readonly code: 'F4';
      readonly side: Side;
      readonly entity: string;
      readonly write: 'create' | 'update';
      readonly times: number;
    }
  /** Just before the next update of `entity` lands, a user edits the same record. */
  | {
      readonly code: 'F14';
      readonly side: Side;
      readonly entity: string;
      readonly fields: Properties;
    }
  /** The system's stamps are no finer than this. */
  | { readonly code: 'F11'; readonly side: Side; readonly resolutionMs: number }
  /** The system trims a text as it stores it. */
  | {
      readonly code: 'F15';
      readonly side: Side;
      readonly entity: string;
      readonly property: string;
    };
