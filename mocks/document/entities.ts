import { z } from 'zod';
import { defineEntity, type Entity, facts } from '../contract.ts';
import { keptProperties } from '../plain-rest/kept.ts';
import type { PropertyType } from '../system-contract.ts';
import type { Value } from '../value.ts';

/** An entity as a document names it, with the properties that its tables list. */
export interface DocumentEntity {
  readonly name: string;
  readonly properties: readonly { readonly name: string; readonly type: PropertyType }[];
}

const fact = {
  source: 'the document',
  assumed: 'Only the name and the type are known, from the document.',
};

/** An entity with the properties of the document, beside those that every plain REST record has. */
export function documentEntity({ name, properties }: DocumentEntity): Entity {
  const kept = keptProperties(fact);
  const own = properties
    .filter((property) => !Object.hasOwn(kept, property.name))
    .map((property): [string, z.ZodType<Value>] => [
      property.name,
      schemas[property.type]().register(facts, fact),
    ]);
  return defineEntity({ name, properties: { ...kept, ...Object.fromEntries(own) } });
}

const schemas: Readonly<Record<PropertyType, () => z.ZodType<Value>>> = {
  string: () => z.string(),
  integer: () => z.int(),
  decimal: () => z.number(),
  boolean: () => z.boolean(),
  date: () => z.iso.date(),
  stamp: () => z.iso.datetime({ offset: true }),
  // A document names no values, so that an enum is any whole number.
  enum: () => z.int(),
  list: () => z.array(z.union([z.string(), z.number()])),
};
