import { z } from 'zod';
import type { Problem } from '../../contract/validate.ts';
import type { Row } from '../../records/row.ts';
import type { Store } from '../../records/store.ts';
import { isEmpty, type Value } from '../../records/value.ts';

/** One property of v2 over a record of the office: how it is shown, and what it writes. */
export interface Field {
  /** In PascalCase; nested ones by their path, `MailAddress.City`. */
  readonly name: string;
  readonly schema: z.ZodType;
  /** Whether it is always there. */
  readonly always: boolean;
  readonly read: (row: Row, store: Store) => unknown;
  /** The property of the office that a value goes into, or why it does not fit; absent where it is read-only. */
  readonly write?: (value: unknown, store: Store) => FieldWrite;
  /** The property of the office that it orders and filters by. */
  readonly property: string;
}

/** What a value means to the office. */
export type FieldWrite =
  | { readonly property: string; readonly value: unknown }
  | { readonly problem: Problem };

/** A property that both versions have, under their own names. */
export function same(name: string, property: string, schema: z.ZodType): Field {
  return {
    ...{ name, schema, property, always: false },
    read: (row) => row.fields[property],
    write: (value) => ({ property, value }),
  };
}

/** The same, only to be read. */
export function shownOnly(name: string, property: string, schema: z.ZodType): Field {
  const { write: _, ...field } = same(name, property, schema);
  return field;
}

/** An enum: a number in v1, its name in v2 (`apis.md S23`). */
export function named(
  name: string,
  property: string,
  names: Readonly<Record<number, string>>,
): Field {
  const numbers = new Map(Object.entries(names).map(([number, text]) => [text, Number(number)]));
  return {
    ...{ name, property, always: true, schema: z.enum(Object.values(names)) },
    read: (row) => names[Number(row.fields[property])],
    write: (value) => {
      const number = typeof value === 'string' ? numbers.get(value) : undefined;
      if (number !== undefined || isEmpty(value as Value))
        return { property, value: number ?? null };
      const message = `${name} does not take ${String(value)}.`;
      return { problem: { kind: 'type', path: name, message } };
    },
  };
}

/** The id and the two times that every record has (`apis.md 3`). */
export const keptFields: readonly Field[] = [
  { ...keptField('Id', 'id', z.int()), read: ({ id }) => id },
  {
    ...keptField('CreatedDateTimeOffset', 'created', z.iso.datetime()),
    read: (row) => text(row.createdAt),
  },
  {
    ...keptField('LastChangedDateTimeOffset', 'lastChanged', z.iso.datetime()),
    read: (row) => text(row.modifiedAt),
  },
];

function keptField(name: string, property: string, schema: z.ZodType): Omit<Field, 'read'> {
  return { name, property, schema, always: true };
}

function text(at: number): string {
  return new Date(at).toISOString();
}
