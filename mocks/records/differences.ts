import type { FieldChanges } from '../ledger.ts';
import { type Properties, sameValue, type Value } from './value.ts';

/** What really differs between two states of a record, by property. */
export function differences(before: Properties, after: Properties): FieldChanges {
  const changes: Record<string, { readonly before: Value; readonly after: Value }> = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was = null, is = null] = [before[name], after[name]];
    if (!sameValue(was, is)) changes[name] = { before: was, after: is };
  }
  return changes;
}
