import type { Row } from './row.ts';
import type { Value } from './value.ts';

/** The rows of one table as somebody reads them: now, or as they were. */
export interface Reader {
  readonly size: number;
  get(id: number): Row | undefined;
  /** By id ascending. */
  all(): Iterable<Row>;
  /** Rows with an id above `id`, ascending: a page starts here, without reading those before it. */
  after(id: number): IteratorObject<Row>;
  /** Rows modified at or after `stamp`, oldest first; reads no others. */
  since(stamp: number): readonly Row[];
  /** All rows in groups of one modification time each, latest first where `descending`; lazily. */
  byStamp(descending: boolean): Iterable<readonly Row[]>;
  /** Rows in which `property` holds exactly `value`. */
  where(property: string, value: Value): readonly Row[];
}
