import type { Properties, Value } from '../value.ts';

/** A JSON object to be sent. */
export interface JsonObject {
  readonly [name: string]: Value | JsonObject;
}

/**
 * Properties by dotted path as a JSON object: the way back from `flatten`. Where both `a` and
 * `a.b` are given, `a.b` is the one that is meant. `null`s stay.
 */
export function nest(properties: Properties): JsonObject {
  const groups = Map.groupBy(Object.entries(properties), ([path]) => path.split('.', 1).join());
  return Object.fromEntries([...groups].map(([head, entries]) => [head, inside(head, entries)]));
}

function inside(head: string, entries: readonly [string, Value][]): Value | JsonObject {
  const below = entries.filter(([path]) => path !== head);
  if (below.length === 0) return entries[0]?.[1] ?? null;
  return nest(
    Object.fromEntries(below.map(([path, value]) => [path.slice(head.length + 1), value])),
  );
}

/** Only the properties that hold something: what a create sends. */
export function filled(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}
