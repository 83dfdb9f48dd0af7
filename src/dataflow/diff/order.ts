import type { DocumentChange } from './document-change.ts';

/** What is compared, by the key that says what is the same; in the document's order. */
export type Keyed<Value> = ReadonlyMap<string, Value>;

/** What only the first of the two has. */
export function without<Value>(all: Keyed<Value>, others: Keyed<Value>): readonly Value[] {
  return [...all].filter(([key]) => !others.has(key)).map(([, value]) => value);
}

/**
 * The change of order of what both have, if there is one: said by the stretch that differs,
 * without what stands before and after it unmoved.
 */
export function orderChange(
  of: Pick<DocumentChange, 'kind' | 'section'>,
  before: Keyed<string>,
  after: Keyed<string>,
): readonly DocumentChange[] {
  const older = [...before.keys()].filter((key) => after.has(key));
  const newer = [...after.keys()].filter((key) => before.has(key));
  const isMoved = (key: string, index: number): boolean => key !== newer[index];
  const start = older.findIndex(isMoved);
  if (start === -1) return [];
  const end = older.findLastIndex(isMoved) + 1;
  const words = (keys: readonly string[]): string =>
    keys
      .slice(start, end)
      .map((key) => after.get(key) ?? '')
      .join('; ');
  return [{ ...of, before: words(older), after: words(newer), requirements: [] }];
}
