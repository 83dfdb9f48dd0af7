import { SyncproofError } from '../errors.ts';
import type { Value } from '../value.ts';

/** A property and what it is to equal. */
export interface Lookup {
  readonly property: string;
  readonly value: Value;
}

/**
 * What a lookup asks for, or `undefined` for the empty value, which equals nothing
 * (sync-semantics.md 5). Refuses a list.
 */
export function lookedUp({ property, value }: Lookup): string | number | boolean | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'object') return value;
  const problem = `Records cannot be found by ${property}: its value is a list`;
  throw new SyncproofError('settings', `${problem}; name another property`);
}
