import type { Dice } from '../dice.ts';
import type { Call } from '../http/route.ts';
import { rowOf } from '../people/desk.ts';
import type { Lag } from '../records/history.ts';
import type { Reader } from '../records/reader.ts';
import type { RecordView } from '../records/record-view.ts';
import type { Row } from '../records/row.ts';
import type { Store } from '../records/store.ts';
import type { Table } from '../records/table.ts';
import type { Properties } from '../records/value.ts';
import type { Backend } from './backend.ts';
import type { Envelope } from './envelope.ts';

/** One entity as the API serves it. */
export interface Resource {
  readonly store: Store;
  readonly table: Table;
  readonly view: RecordView;
  readonly envelope: Envelope;
  readonly dice: Dice;
  readonly backend: Backend;
  /** How many rows one answer holds at most; more are a failure (`apis.md S15`). */
  readonly ceiling: number;
  /** How far reads are behind unless a fault says otherwise (`apis.md 1.7`). */
  readonly replica: Lag;
}

/** The rows as a call reads them. */
export function rowsFor({ table, replica }: Resource, { lag }: Call): Reader {
  return table.asOf(lag ?? replica);
}

/** What ties the records of an entity to the parent in their path. */
export interface Parent {
  readonly entity: string;
  /** The child's property that says which parent it has. */
  readonly property: 'partyId' | 'projectCode';
  /** What the system knows of a child of this parent. */
  readonly given: (parent: Row) => Properties;
}

const party = { property: 'partyId', given: ({ id }: Row) => ({ partyId: id }) } as const;

/** The parents below which two of the entities are written (`apis.md 2.2`, `2.4`). */
export const parents = {
  customer: { entity: 'Customer', ...party },
  supplier: { entity: 'Supplier', ...party },
  project: {
    entity: 'Project',
    property: 'projectCode',
    given: ({ fields }) => ({ projectCode: fields['code'] ?? null }),
  },
} as const satisfies Readonly<Record<string, Parent>>;

/** Where a call stands: the parent in its path, if its route has one, and the facts that follow from it. */
export type Place =
  | { readonly found: true; readonly given: Properties }
  | { readonly found: false; readonly missing: string };

/** The place of a call; a parent that does not exist is missing. */
export function placeOf(store: Store, parent: Parent | undefined, call: Call): Place {
  if (!parent) return { found: true, given: {} };
  const id = call.params['parentId'] ?? '';
  const row = rowOf(store, parent.entity, id);
  return row
    ? { found: true, given: parent.given(row) }
    : { found: false, missing: `There is no ${parent.entity} with id ${id}.` };
}

/** Whether a record belongs where the path says. */
export function isIn(given: Properties, row: Row): boolean {
  return Object.entries(given).every(([name, value]) => row.fields[name] === value);
}
