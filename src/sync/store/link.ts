import type { Instant } from '../../clock.ts';
import type { Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import type { RecordRef } from '../record.ts';

/** A stored pair of records: never derived again from values, never re-pointed (`sync-semantics.md` 3). */
export interface Link {
  /** The section's key, see `SectionPlan`. */
  readonly section: string;
  readonly source: RecordRef;
  readonly target: RecordRef;
  /** By row key: what each side *stored* when the two last agreed. A row that never agreed is absent. */
  readonly base: Readonly<Record<string, RowBase>>;
  /** The newest modification time known of each side; older answers are stale and ignored. */
  readonly known: Readonly<Record<Side, Instant | undefined>>;
  /** When each became known, by the engine's clock: once replicas must show it, older means that a system's stamps went back. */
  readonly learnt?: Readonly<Record<Side, Instant | undefined>>;
  /** The side whose record was deleted; such a link is only reported. */
  readonly broken?: Side;
}

export type RowBase = Readonly<Record<Side, Value>>;

/** The durable intent to create: written before the request goes out, removed with the link's arrival. */
export interface CreateIntent {
  readonly section: string;
  readonly source: RecordRef;
  /** When the request was about to go out. */
  readonly at: Instant;
  /** Where the counterpart is looked for after an ambiguous answer or a crash. */
  readonly marker?: { readonly property: string; readonly value: Value };
  /** By row key: the source's value then, and what was sent for it. */
  readonly sent: Readonly<Record<string, RowBase>>;
}

/** A record whose change has not arrived, with the reason: read again and tried again until it has. */
export interface Pending {
  readonly section: string;
  readonly source: RecordRef;
  readonly kind: 'refused' | 'failed' | 'unknown' | 'waiting';
  readonly reason: string;
  /** What was tried, so that a refused write is not sent again unchanged. */
  readonly tried: string;
  readonly attempts: number;
  /** When it was first left open, by the engine's clock; stores of earlier versions do not say. */
  readonly since?: Instant;
}

/** How far an entity has been read. */
export interface Watermark {
  readonly side: Side;
  readonly entity: string;
  /** The newest stamp read, issued by the source itself; `undefined` while none was seen. */
  readonly newest: Instant | undefined;
  /** Cycles since the entity was last listed whole. */
  readonly cyclesSinceSweep: number;
}
