import { z } from 'zod';
import { defineEntity, type Entity, facts, objectList } from '../contract/contract.ts';
import type { PropertyType } from '../contract/system-contract.ts';
import { archiveMark } from '../plain-rest/archive.ts';
import { keptProperties } from '../plain-rest/kept.ts';
import type { Offers } from '../plain-rest/offers.ts';
import type { Value } from '../records/value.ts';

/** An entity as a document names it, with the properties that its tables list. */
export interface DocumentEntity {
  readonly name: string;
  readonly properties: readonly DocumentProperty[];
}

/** A property as a document's table types it, or whoever takes the document to be proved on. */
export interface DocumentProperty {
  readonly name: string;
  readonly type: PropertyType | 'lines';
  /** Of an enum: the options that it takes, or with `open` those known so far. */
  readonly values?: readonly number[];
  readonly open?: true;
}

const fact = {
  source: 'the document',
  assumed: 'Only the name and the type are known, from the document.',
};

/** An entity with the properties of the document, beside those that every plain REST record has. */
export function documentEntity(
  { name, properties }: DocumentEntity,
  { archives }: Offers = {},
): Entity {
  const mark = z.boolean().register(facts, { ...fact, readOnly: true });
  const kept = { ...keptProperties(fact), ...(archives ? { [archiveMark]: mark } : {}) };
  const own = properties
    .filter((property) => !Object.hasOwn(kept, property.name))
    .map((property): [string, z.ZodType<Value>] => [property.name, schemaOf(property)]);
  return defineEntity({ name, properties: { ...kept, ...Object.fromEntries(own) } });
}

function schemaOf({ type, values, open }: DocumentProperty): z.ZodType<Value> {
  if (type === 'lines') return objectList(lineForms, { ...fact, lines: true });
  if (type !== 'enum' || values === undefined) return schemas[type]().register(facts, fact);
  return open
    ? z.int().register(facts, { ...fact, options: values })
    : z.literal(values).register(facts, fact);
}

/** What is in a line beside its id is its sender's. */
const lineForms = {
  sent: z.looseObject({ id: z.string().optional() }),
  shown: z.looseObject({ id: z.string() }),
};

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
