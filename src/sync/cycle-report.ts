import type { Side } from '../settings.ts';
import type { Value } from '../value.ts';
import type { RecordRef } from './record.ts';

/** What one cycle did and what it could not do. A cycle is all right when `problems` is empty. */
export interface CycleReport {
  /** Writes that a system stored. */
  readonly writes: number;
  readonly problems: readonly Problem[];
  readonly conflicts: readonly Conflict[];
}

/** Something that has not arrived, or will not, by record and reason. */
export interface Problem {
  readonly kind:
    | 'read'
    | 'refused'
    | 'failed'
    | 'unknown'
    | 'waiting'
    | 'broken'
    | 'unsupported'
    | 'held';
  readonly section: string;
  /** The record concerned, where it is one record. */
  readonly record?: { readonly side: Side; readonly entity: string } & RecordRef;
  readonly reason: string;
}

/** Both sides had changed one property: the value of one of them lost, and which was kept. */
export interface Conflict {
  readonly section: string;
  /** The record whose value lost. */
  readonly record: { readonly side: Side; readonly entity: string } & RecordRef;
  readonly property: string;
  readonly lost: Value;
  /** What was written in its place. */
  readonly kept: Value;
}
