import type { JsonObject } from '../nest.ts';

/** A list of objects with its items as texts, keys in order: as properties hold lines. */
export function linesAsTexts(body: object): object {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value) && value.every(isObject) ? value.map(textOf) : value,
    ]),
  );
}

/** The way back: what `textOf` has made goes out as the object that it was. */
export function textsAsLines(record: JsonObject): object {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((item) => lineOf(item) ?? item) : value,
    ]),
  );
}

function textOf(line: object): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(line).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}

/** The line that a text stands for, or `undefined` for any other text. */
function lineOf(item: unknown): object | undefined {
  if (typeof item !== 'string' || !item.startsWith('{')) return undefined;
  try {
    const line: unknown = JSON.parse(item);
    return isObject(line) && textOf(line) === item ? line : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
