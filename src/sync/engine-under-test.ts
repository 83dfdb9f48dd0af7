import type { Side } from '../settings.ts';
import type { EngineConfig } from './engine.ts';
import type { RecordRef } from './record.ts';

type SaidRecord = { readonly side: Side; readonly entity?: string } & RecordRef;

/** Something that an engine says has not arrived, or will not. */
interface SaidProblem {
  readonly kind: string;
  readonly reason: string;
  readonly record?: SaidRecord;
}

/** A value that an engine says has lost against another edit. */
interface ToldConflict {
  readonly record: SaidRecord;
  readonly property: string;
  readonly lost: unknown;
  readonly kept?: unknown;
}

/** An engine that is the reference engine but for what is replaced in it. */
export interface EngineUnderTest {
  readonly name: string;
  /** Replaces parts of what an engine is started with; called again at every restart. */
  readonly change: (config: EngineConfig) => EngineConfig;
  /** Stands between its clients and the wire; left out, nothing does. */
  readonly wire?: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch;
  /** Makes another report of what has not arrived; left out, it is told as it is. */
  readonly says?: (problems: readonly SaidProblem[]) => readonly SaidProblem[];
  /** Makes another report of what has lost; left out, it is told as it is. */
  readonly tells?: (conflicts: readonly ToldConflict[]) => readonly ToldConflict[];
}

/** The engine with nothing replaced. */
export const referenceEngine: EngineUnderTest = {
  name: 'reference engine',
  change: (config) => config,
};
