import type { Instant } from '../clock.ts';
import type { Properties, Value } from '../value.ts';
import type { RecordRef, RemoteRecord } from './record.ts';

/** One system as the engine reaches it. Entities are named as documents name them, without the system's name. */
export interface SystemPort {
  readonly system: string;
  /** The port of an entity, or `undefined` where this system's client does not know it. */
  entity(name: string): EntityPort | undefined;
}

/**
 * One entity of one system. Reads throw `SyncproofError('answer')` when they could not be
 * completed, so that a failed read can never be taken for an empty one; writes never throw.
 */
export interface EntityPort {
  /** Whether records carry a modification time, so that `list` can ask for changes only. */
  readonly stamped: boolean;
  /** Pages of all records, or of those modified at or after `changedSince`, in a stable total order. */
  list(changedSince?: Instant): AsyncIterable<readonly RemoteRecord[]>;
  /** The record as it is now, or `undefined` where there is none. */
  read(ref: RecordRef): Promise<RemoteRecord | undefined>;
  /** What the system says has changed since it was last asked, in any order; may be lost, doubled or late. Absent where it does not notify. */
  readonly notified?: () => Promise<readonly Pointer[]>;
  /**
   * What was deleted since it was last asked, the first time since `since`, or `expired` where that
   * is remembered no more. Absent where deletions leave no mark.
   */
  readonly deleted?: (since: Instant) => Promise<readonly Pointer[] | 'expired'>;
  /** The records in which `property` equals `value`: a parent by its key, a create by its marker. */
  find(by: { readonly property: string; readonly value: Value }): Promise<readonly RemoteRecord[]>;
  /** Creates one record, below `parent` where the API wants one. */
  create(request: CreateRequest): Promise<WriteOutcome>;
  /** Creates several in one request, each by itself: one outcome for each, in their order. Absent where the API takes no batches. */
  readonly createMany?: (requests: readonly CreateRequest[]) => Promise<readonly WriteOutcome[]>;
  /** Writes only these properties of one record; `null` empties a property. */
  update(request: {
    readonly ref: RecordRef;
    readonly properties: Properties;
  }): Promise<WriteOutcome>;
}

/** A record that a system points at: a reason to look, and nothing more. */
export interface Pointer extends RecordRef {
  /** Set where it is said to be gone. */
  readonly gone?: true;
  /** The record as it was when it changed, where the system tells: it may have changed since. */
  readonly told?: RemoteRecord;
}

/** One record to be made. */
export interface CreateRequest {
  readonly properties: Properties;
  readonly parent?: string;
}

/** What became of one write. */
export type WriteOutcome =
  /** Done; the record as the system says that it stored it. */
  | { readonly kind: 'stored'; readonly record: RemoteRecord }
  /** The system understood and said no; trying the same again is pointless. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nothing was done, for now: throttled, unavailable, not connected. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Nobody knows: the request went out and no answer came back. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** There is no such record any more. */
  | { readonly kind: 'gone' };
