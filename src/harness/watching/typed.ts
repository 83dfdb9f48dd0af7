import type { Author, ChangeEntry } from '../../evidence/ledger.ts';
import type { Value } from '../../value.ts';
import type { RecordName } from '../basis/record-name.ts';

/** A text that a user put into a property, alone or in a list. */
export interface Typed {
  readonly record: RecordName;
  readonly property: string;
  readonly text: string;
}

/** What users have typed, wherever. */
export interface TypedTexts {
  /** Takes in a change; only users' count, and what the system makes of them. */
  take(change: ChangeEntry): void;
  /** Every text, in order. */
  readonly all: readonly Typed[];
  /**
   * How often users typed a value, alone or in a list, or something that was stored as this value:
   * where they typed it, or where the engine carried it to.
   */
  times(value: Value): number;
}

export function createTypedTexts(): TypedTexts {
  const all: Typed[] = [];
  const times = new Map<string, number>();
  const lastBy = new Map<string, Author>();
  const carried = new Set<string>();
  const timesOf = (value: Value): number => times.get(JSON.stringify(value)) ?? 0;
  const count = (after: Value): void => {
    for (const each of [after, ...(Array.isArray(after) ? after : [])]) {
      const value = JSON.stringify(each);
      times.set(value, (times.get(value) ?? 0) + 1);
    }
  };
  /** Once in each place: an engine that carries a value again has not typed it again. */
  const isNewForm = (place: string, before: Value, after: Value): boolean => {
    if (before === null || timesOf(before) === 0) return false;
    const known = carried.size;
    return carried.add(JSON.stringify([place, after])).size > known;
  };
  return {
    all,
    times: timesOf,
    take: ({ author, action, fields, ...record }) => {
      if (action === 'delete') return;
      for (const [property, { before, after }] of Object.entries(fields)) {
        const place = key(record, property);
        if (author === 'user')
          all.push(...textsIn(after).map((text) => ({ record: nameOf(record), property, text })));
        if (author !== 'server') lastBy.set(place, author);
        if (
          lastBy.get(place) === 'user' ||
          (author === 'server' && isNewForm(place, before, after))
        )
          count(after);
      }
    },
  };
}

function nameOf({ system, entity, id }: RecordName): RecordName {
  return { system, entity, id };
}

function key({ system, entity, id }: RecordName, property: string): string {
  return JSON.stringify([system, entity, id, property]);
}

function textsIn(value: Value): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
}
