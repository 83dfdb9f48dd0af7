/**
 * Where dotted paths lie in the nested form. `postAddress.postCode` nests; where a path is also
 * the beginning of another (`country` beside `country.id`), the longer one stays flat below the
 * last object that both can share, since no JSON value is both a text and an object.
 */
export function nestingOf(names: readonly string[]): (name: string) => readonly string[] {
  const taken = new Set(names);
  return (name) => {
    const parts = name.split('.');
    const cut = parts.findIndex((_, at) => at > 0 && taken.has(parts.slice(0, at).join('.')));
    const stop = cut === -1 ? parts.length - 1 : cut - 1;
    return [...parts.slice(0, stop), parts.slice(stop).join('.')];
  };
}

/** A nested object being built. */
export interface Nested {
  [key: string]: unknown;
}

/** Puts `value` at `keys`, making the objects on the way. */
export function place(target: Nested, keys: readonly string[], value: unknown): void {
  const [key = '', ...rest] = keys;
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const next = target[key];
  const inner: Nested = isObject(next) ? next : {};
  target[key] = inner;
  place(inner, rest, value);
}

/** The leaves of a JSON object by dotted path; lists and `null` are leaves. Any depth, without recursion. */
export function leaves(object: Nested): readonly (readonly [string, unknown])[] {
  const found: (readonly [string, unknown])[] = [];
  const open = Object.entries(object).reverse();
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const [path, value] = entry;
    if (!isObject(value)) found.push(entry);
    else
      for (const [key, inner] of Object.entries(value).reverse())
        open.push([`${path}.${key}`, inner]);
  }
  return found;
}

/** Whether a JSON value is an object, not a list and not `null`. */
export function isObject(value: unknown): value is Nested {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
