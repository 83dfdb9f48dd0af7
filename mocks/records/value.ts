import { z } from 'zod';

/** What one property can hold; `null` is "empty". */
export type Value = string | number | boolean | null | readonly (string | number)[];

/** Properties by name or dotted path (`postAddress.postCode`). Absent is the same as `null`. */
export type Properties = Readonly<Record<string, Value>>;

const scalar = z.union([z.string(), z.number()]);

/** Properties in data from outside. */
export const propertiesSchema: z.ZodType<Properties> = z.record(
  z.string(),
  z.union([scalar, z.boolean(), z.null(), z.array(scalar).readonly()]),
);

/** Whether a value counts as "nothing there": `null`, absent, or an empty text. */
export function isEmpty(value: Value | undefined): boolean {
  return value === null || value === undefined || value === '';
}

/** Equality of values; lists are equal when they hold the same items in the same order. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, at) => item === b[at]);
  }
  return a === b || (isEmpty(a) && isEmpty(b));
}

/** `fields` laid over `base`; what is empty afterwards is left out. */
export function merged(base: Properties, fields: Properties): Properties {
  const both: Record<string, Value> = { ...base, ...fields };
  for (const name of Object.keys(both)) if (isEmpty(both[name])) delete both[name];
  return both;
}
