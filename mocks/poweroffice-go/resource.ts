import { rowOf } from '../desk.ts';
import type { Dice } from '../dice.ts';
import type { RecordView } from '../record-view.ts';
import type { Call } from '../route.ts';
import type { Store } from '../store.ts';
import type { Row, Table } from '../table.ts';
import type { Properties } from '../value.ts';
import type { Envelope } from './envelope.ts';

/** One entity as the API serves it. */
export interface Resource {
  readonly store: Store;
  readonly table: Table;
  readonly view: RecordView;
  readonly envelope: Envelope;
  readonly dice: Dice;
}

/** What ties the records of an entity to the parent in their path. */
export interface Parent {
  readonly entity: string;
  /** The child's property that says which parent it has. */
  readonly property: 'partyId' | 'projectCode';
  /** What the system knows of a child of this parent. */
  readonly given: (parent: Row) => Properties;
}

/** The parents of the two entities that are written below one (`apis.md 2.2`, `2.4`). */
export const parents: Readonly<Record<string, Parent>> = {
  Contactperson: {
    entity: 'Customer',
    property: 'partyId',
    given: (parent) => ({ partyId: parent.id }),
  },
  Projectactivity: {
    entity: 'Project',
    property: 'projectCode',
    given: (parent) => ({ projectCode: parent.fields['code'] ?? null }),
  },
};

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
