import type { Problem } from '../contract/validate.ts';
import { byServer, type Row } from '../records/row.ts';
import type { Rules, Store } from '../records/store.ts';
import { isEmpty, type Properties, type Value } from '../records/value.ts';

/** One property by which records of one entity name a record of another (`apis.md S19`). */
export interface Reference {
  readonly from: string;
  readonly by: string;
  readonly to: string;
  /** The property of the other record that `by` holds. */
  readonly key: 'id' | 'code' | 'description';
  /** Properties that show the other record's, by their name there. */
  readonly shows: Readonly<Record<string, string>>;
  /** Set where the record named may also be of another entity, or none that the twin knows. */
  readonly loose?: boolean;
}

/** Every reference between the entities of the twin. */
const references: readonly Reference[] = [
  {
    from: 'Projectactivity',
    by: 'activityCode',
    to: 'Timetrackingactivity',
    key: 'code',
    shows: { activityCode: 'code', name: 'name' },
  },
  {
    from: 'Projectactivity',
    by: 'projectCode',
    to: 'Project',
    key: 'code',
    shows: { projectCode: 'code' },
  },
  {
    from: 'Project',
    by: 'parentProjectCode',
    to: 'Project',
    key: 'code',
    shows: { parentProjectCode: 'code' },
  },
  {
    from: 'Project',
    by: 'customerCode',
    to: 'Customer',
    key: 'code',
    shows: { customerCode: 'code' },
  },
  { from: 'Project', by: 'contactPersonId', to: 'Contactperson', key: 'id', shows: {} },
  {
    from: 'Contactperson',
    by: 'partyId',
    to: 'Customer',
    key: 'id',
    shows: { partyCustomerCode: 'code' },
    loose: true,
  },
  {
    from: 'Contactperson',
    by: 'partyId',
    to: 'Supplier',
    key: 'id',
    shows: { partySupplierCode: 'code' },
    loose: true,
  },
  {
    from: 'Timetrackingactivity',
    by: 'hourType',
    to: 'HourType',
    key: 'description',
    shows: { hourType: 'description' },
  },
  {
    from: 'Customer',
    by: 'contactPersonId',
    to: 'Contactperson',
    key: 'id',
    shows: {},
    loose: true,
  },
];

/** What follows from the references alone for the records of one entity. */
export function referenceRules(store: Store, entity: string): Required<Rules> {
  const own = references.filter(({ from }) => from === entity);
  const pointing = references.filter(({ to }) => to === entity);
  return {
    problems: (fields) => own.flatMap((reference) => dangling(store, reference, fields)),
    settled: (fields) => ({
      ...fields,
      ...Object.fromEntries(own.flatMap((reference) => shown(store, reference, fields))),
    }),
    held: (row) => {
      const user = pointing.find((reference) => users(store, reference, row).length > 0);
      return user && `The ${entity} cannot be deleted because a ${user.from} uses it.`;
    },
    changed: (before, after) => {
      for (const reference of pointing) carry({ store, reference, before, after });
    },
  };
}

/** The record that `value` names through the reference. */
function referred(store: Store, reference: Reference, value: Value): Row | undefined {
  const table = store.table(reference.to);
  if (reference.key === 'id') return typeof value === 'number' ? table.get(value) : undefined;
  return isEmpty(value) ? undefined : table.where(reference.key, value)[0];
}

function dangling(store: Store, reference: Reference, fields: Properties): readonly Problem[] {
  const value = fields[reference.by] ?? null;
  if (isEmpty(value) || reference.loose || referred(store, reference, value)) return [];
  const message = `There is no ${reference.to} with ${reference.key} ${String(value)}.`;
  return [{ kind: 'reference', path: reference.by, message }];
}

function shown(
  store: Store,
  reference: Reference,
  fields: Properties,
): readonly (readonly [string, Value])[] {
  const row = referred(store, reference, fields[reference.by] ?? null);
  if (!row) return [];
  return Object.entries(reference.shows).map(([mine, theirs]) => [
    mine,
    row.fields[theirs] ?? null,
  ]);
}

/** The records that name `row` through the reference. */
function users(store: Store, { from, by, key }: Reference, row: Row): readonly Row[] {
  const value = key === 'id' ? row.id : (row.fields[key] ?? null);
  return isEmpty(value) ? [] : store.table(from).where(by, value);
}

function carry(change: {
  readonly store: Store;
  readonly reference: Reference;
  readonly before: Row;
  readonly after: Row;
}): void {
  const { store, reference, before, after } = change;
  const moved = Object.entries(reference.shows)
    .filter(([, theirs]) => before.fields[theirs] !== after.fields[theirs])
    .map(([mine, theirs]): [string, Value] => [mine, after.fields[theirs] ?? null]);
  if (moved.length === 0) return;
  const fields = Object.fromEntries(moved);
  for (const row of users(store, reference, before)) {
    store
      .table(reference.from)
      .update(row, { sent: fields, stored: fields, by: byServer, silent: true });
  }
}
