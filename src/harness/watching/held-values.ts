import type { ChangeEntry } from '../../evidence/ledger.ts';
import type { Value } from '../../value.ts';
import type { RecordName } from '../basis/record-name.ts';

/** Which values records have held, by record and by value. */
export interface HeldValues {
  /** Takes in a change; a deletion takes nothing back. */
  take(change: ChangeEntry): void;
  /** Every value that a property ever held, oldest first; none where it was always empty. */
  values(record: RecordName, property: string): readonly Value[];
  /** Ids of the records of an entity that ever held a value, in any property. */
  holders(of: Omit<RecordName, 'id'>, value: Value): Iterable<string>;
}

export function createHeldValues(): HeldValues {
  const values = new Map<string, Map<string, Value[]>>();
  const holders = new Map<string, Set<string>>();
  return {
    take: (change) => {
      if (change.action === 'delete') return;
      const properties = values.get(key(change)) ?? new Map<string, Value[]>();
      values.set(key(change), properties);
      for (const [property, { before, after }] of Object.entries(change.fields)) {
        const held = properties.get(property) ?? (change.action === 'create' ? [] : [before]);
        held.push(after);
        properties.set(property, held);
        const having = holders.get(valueKey(change, after)) ?? new Set();
        holders.set(valueKey(change, after), having.add(change.id));
      }
    },
    values: (record, property) => values.get(key(record))?.get(property) ?? [],
    holders: (of, value) => holders.get(valueKey(of, value)) ?? [],
  };
}

function key({ system, entity, id }: RecordName): string {
  return JSON.stringify([system, entity, id]);
}

function valueKey({ system, entity }: Omit<RecordName, 'id'>, value: Value): string {
  return JSON.stringify([system, entity, value]);
}
