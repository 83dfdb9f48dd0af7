import type { Lag } from '../records/history.ts';
import type { Reader } from '../records/reader.ts';
import type { RecordView } from '../records/record-view.ts';
import type { Store } from '../records/store.ts';
import type { Table } from '../records/table.ts';

/** One entity of a plain REST system, as its collection of records. */
export interface Collection {
  readonly store: Store;
  readonly table: Table;
  readonly view: RecordView;
  /** What a reader is shown who is this far behind. */
  readonly shown: (lag: Lag | undefined) => Reader;
  /** Path below the base URL, with its slash. */
  readonly path: string;
  /** The absolute URL of the collection. */
  readonly url: string;
}
