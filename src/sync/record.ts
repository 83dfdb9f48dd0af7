import type { Instant } from '../clock.ts';
import type { Properties } from '../value.ts';

/** Which record: its id, and its parent's where the API reaches it only below that parent. */
export interface RecordRef {
  readonly id: string;
  readonly parent?: string;
}

/** A record as a system answered it. */
export interface RemoteRecord extends RecordRef {
  /** The record's own modification time, or `undefined` where its API has none. */
  readonly modifiedAt: Instant | undefined;
  readonly properties: Properties;
}

/** Only the reference of what may be a whole record. */
export function ref({ id, parent }: RecordRef): RecordRef {
  return parent === undefined ? { id } : { id, parent };
}
