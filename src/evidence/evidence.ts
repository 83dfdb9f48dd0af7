import type { Instant } from '../clock.ts';
import type { Value } from '../value.ts';

/** What a check saw, complete enough to be checked by hand and to be replayed. Plain data. */
export interface Evidence {
  /** The seed that makes the same run again, byte for byte. */
  readonly seed: number;
  readonly steps: readonly Step[];
  readonly exchanges: readonly Exchange[];
  readonly fields: readonly FieldRow[];
}

/** One sentence of the story, in one of three lanes. */
export interface Step {
  /** Virtual time. */
  readonly at: Instant;
  readonly lane: 'source' | 'engine' | 'target';
  readonly text: string;
  /** Numbers of the exchanges that happened during this step. */
  readonly exchanges: readonly number[];
}

/** One request and its answer. Secrets are masked before they get here. */
export interface Exchange {
  /** The ledger's order number. */
  readonly number: number;
  readonly at: Instant;
  readonly system: string;
  readonly method: string;
  readonly url: string;
  /** 0 where the connection was broken instead of answered. */
  readonly status: number;
  readonly request: string;
  readonly response: string;
  readonly fault?: string;
}

/** One property of one record, before the check's edits and after the engine's rest. */
export interface FieldRow {
  /** `Acme Orders 7`. */
  readonly record: string;
  readonly property: string;
  readonly before: Value;
  readonly after: Value;
  /** Whether the section's table carries the property. */
  readonly mapped: boolean;
}
