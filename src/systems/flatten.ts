import type { Properties, Value } from '../value.ts';

/**
 * A JSON object as properties by dotted path. Values are taken exactly as they are; `null`s and
 * empty objects are left out, and so is what no property can hold: lists of anything but texts
 * and numbers.
 */
export function flatten(record: object): Properties {
  const pending: [string, unknown][] = Object.entries(record);
  const flat: [string, Value][] = [];
  // The list grows while it is walked, so that depth costs no stack.
  for (const [path, value] of pending) {
    if (isValue(value)) flat.push([path, value]);
    else if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) pending.push([`${path}.${key}`, inner]);
    }
  }
  return Object.fromEntries(flat);
}

function isValue(value: unknown): value is Exclude<Value, null> {
  if (Array.isArray(value)) return value.every((item) => isText(item) || isNumber(item));
  return isText(value) || isNumber(value) || typeof value === 'boolean';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
