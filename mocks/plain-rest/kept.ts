import { z } from 'zod';
import { facts } from '../contract/contract.ts';
import type { Value } from '../records/value.ts';

/**
 * The properties that a plain REST system keeps by itself on every record, in front of the
 * entity's own. Schemas are made anew for each entity: facts belong to one schema each.
 */
export function keptProperties(fact: {
  readonly source: string;
  readonly assumed: string;
}): Readonly<Record<string, z.ZodType<Value>>> {
  const stamp = (kept: 'created' | 'modified'): z.ZodType<Value> =>
    z.iso.datetime({ precision: 3 }).register(facts, { ...fact, kept });
  return {
    id: z
      .string()
      .regex(/^\d+$/)
      .register(facts, { ...fact, kept: 'id' }),
    createdAt: stamp('created'),
    modifiedAt: stamp('modified'),
  };
}

/** Milliseconds since the epoch as the stamps are written: ISO 8601, UTC, milliseconds. */
export function stampText(at: number): string {
  return new Date(at).toISOString();
}
