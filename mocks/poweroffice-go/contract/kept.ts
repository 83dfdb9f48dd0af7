import { z } from 'zod';
import { facts, type PropertyFact } from '../../contract/contract.ts';

/** The id of a record: sent to update, assigned by the system (`apis.md 1.9`). */
export function idProperty(source: string): z.ZodInt {
  return z.int().register(facts, { source, kept: 'id' });
}

/** A stamp that the system keeps: whole seconds, and a space before the offset (`apis.md 1.8`). */
export function stampProperty(kept: 'created' | 'modified', source: string): z.ZodString {
  return z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d \+00:00$/)
    .register(facts, {
      source,
      kept,
      assumed: 'Held to the whole second, as in the samples.',
    });
}

/** The import that made the record; none of the twin's records comes from one. */
export function importProperty(source: string): z.ZodGUID {
  return z.guid().register(facts, { source, readOnly: true });
}

/** Facts that share a source: `const fact = factsOf('apis.md 2.1')`, then `fact({ required: true })`. */
export function factsOf(source: string): (more?: Omit<PropertyFact, 'source'>) => PropertyFact {
  return (more = {}) => ({ source, ...more });
}

/** Milliseconds since the epoch as stamps are written. */
export function stampText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)} +00:00`;
}
