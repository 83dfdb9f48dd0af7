import { z } from 'zod';
import { parsed } from '../http/json-text.ts';
import { isEmpty, type Properties, type Value } from '../records/value.ts';
import type { Entity, Property } from './contract.ts';

/** Why a value was refused. */
export type ProblemKind =
  | 'unknown'
  | 'read-only'
  | 'required'
  | 'type'
  | 'length'
  | 'unique'
  | 'reference'
  | 'rule';

/** One refusal; `path` is the property, or `''` where it concerns the record. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly path: string;
  readonly message: string;
}

/** Values that fit the contract, and what is wrong with those that do not. */
export interface Checked {
  readonly fields: Properties;
  readonly problems: readonly Problem[];
}

/** Checks sent values against the contract: known, writable, of the type, not too long. Empty passes. */
export function checkValues(entity: Entity, sent: Iterable<readonly [string, unknown]>): Checked {
  const fields: Record<string, Value> = {};
  const problems: Problem[] = [];
  for (const [path, value] of sent) {
    const property = entity.properties.get(path);
    const checked = property ? checkValue(property, value) : unknown(entity, path);
    if ('problem' in checked) problems.push(checked.problem);
    else fields[path] = checked.value;
  }
  return { fields, problems };
}

/** The required properties that `fields`, as they would be stored, leave empty. */
export function missing(entity: Entity, fields: Properties): readonly Problem[] {
  return entity.required
    .filter(({ name }) => isEmpty(fields[name]))
    .map(({ name }) => ({ kind: 'required', path: name, message: `${name} is required.` }));
}

type CheckedValue = { readonly value: Value } | { readonly problem: Problem };

function checkValue(property: Property, value: unknown): CheckedValue {
  const path = property.name;
  if (property.readOnly) {
    return { problem: { kind: 'read-only', path, message: `${path} cannot be written.` } };
  }
  if (value === null || (value === '' && property.type === 'string')) return { value: null };
  const { items } = property;
  const parsed = property.schema.safeParse(items ? textsOf(items.sent, value) : value);
  if (parsed.success) return { value: parsed.data };
  const tooLong = parsed.error.issues.some(({ code }) => code === 'too_big');
  if (tooLong && property.maxLength !== undefined) {
    const message = `${path} is longer than ${property.maxLength} characters.`;
    return { problem: { kind: 'length', path, message } };
  }
  return { problem: { kind: 'type', path, message: `${path} is not a valid ${property.type}.` } };
}

/** A list of objects as the JSON texts that are kept; whatever is no such list stays as it is. */
function textsOf(item: z.ZodType, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const objects = value.map((each) => (typeof each === 'string' ? parsed(each) : each));
  const held = z.array(item).safeParse(objects);
  return held.success ? held.data.map((each) => JSON.stringify(each)) : undefined;
}

function unknown(entity: Entity, path: string): CheckedValue {
  const message = `${entity.name} has no property ${path}.`;
  return { problem: { kind: 'unknown', path, message } };
}
