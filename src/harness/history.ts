import type { ChangeEntry, Ledger, RequestEntry } from '../evidence/ledger.ts';
import type { Value } from '../value.ts';

/** A record of one of the two systems. */
export interface RecordName {
  readonly system: string;
  readonly entity: string;
  readonly id: string;
}

/** What the ledger has said so far, indexed; reads each entry once. */
export interface History {
  /** Takes in what the ledger has gained, and returns it. */
  refresh(): {
    readonly changes: readonly ChangeEntry[];
    readonly requests: readonly RequestEntry[];
  };
  /** Every value that a property ever held, oldest first; none where it was always empty. */
  values(record: RecordName, property: string): readonly Value[];
  /** Ids of the records of an entity that ever held a value, in any property. */
  holders(of: { readonly system: string; readonly entity: string }, value: Value): Iterable<string>;
  /** Ids of an entity's records in the order of their creation, whoever made them. */
  created(of: { readonly system: string; readonly entity: string }): readonly string[];
  /** Whether the record was deleted. */
  gone(record: RecordName): boolean;
}

export function createHistory(ledger: Ledger): History {
  let read = 0;
  const values = new Map<string, Map<string, Value[]>>();
  const created = new Map<string, string[]>();
  const deleted = new Set<string>();
  const holders = new Map<string, Set<string>>();

  const take = (change: ChangeEntry): void => {
    const name = key(change);
    if (change.action === 'create') {
      const ids = created.get(entityKey(change)) ?? [];
      ids.push(change.id);
      created.set(entityKey(change), ids);
    }
    if (change.action === 'delete') {
      deleted.add(name);
      return;
    }
    const properties = values.get(name) ?? new Map<string, Value[]>();
    values.set(name, properties);
    for (const [property, { before, after }] of Object.entries(change.fields)) {
      const held = properties.get(property) ?? (change.action === 'create' ? [] : [before]);
      held.push(after);
      properties.set(property, held);
      const having = holders.get(valueKey(change, after)) ?? new Set();
      holders.set(valueKey(change, after), having.add(change.id));
    }
  };

  return {
    refresh: () => {
      const fresh = ledger.entries.slice(read);
      read = ledger.entries.length;
      const changes = fresh.filter((entry) => entry.kind === 'change');
      for (const change of changes) take(change);
      return { changes, requests: fresh.filter((entry) => entry.kind === 'request') };
    },
    values: (record, property) => values.get(key(record))?.get(property) ?? [],
    holders: (of, value) => holders.get(valueKey(of, value)) ?? [],
    created: (of) => created.get(entityKey(of)) ?? [],
    gone: (record) => deleted.has(key(record)),
  };
}

function key({ system, entity, id }: RecordName): string {
  return JSON.stringify([system, entity, id]);
}

function entityKey({ system, entity }: Omit<RecordName, 'id'>): string {
  return JSON.stringify([system, entity]);
}

function valueKey({ system, entity }: Omit<RecordName, 'id'>, value: Value): string {
  return JSON.stringify([system, entity, value]);
}
