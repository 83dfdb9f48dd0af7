import { z } from 'zod';
import { nestingOf } from '../http/paths.ts';
import type { Value } from '../records/value.ts';
import { assumedAmong, type Behaviour } from './behaviour.ts';
import type {
  Coupling,
  EntityContract,
  PropertyContract,
  PropertyType,
  SystemContract,
} from './system-contract.ts';

/** What a schema cannot say of a property by itself. */
export interface PropertyFact {
  /** Where the fact is from: `apis.md 2.1`. */
  readonly source: string;
  readonly readOnly?: boolean;
  /** A create without a value is refused, and so is emptying it. */
  readonly required?: boolean;
  readonly unique?: boolean;
  /** Written when the record is created, and ignored afterwards. */
  readonly createOnly?: boolean;
  /** Set where the property only shows another record's. */
  readonly coupledTo?: Coupling;
  /** Set where the system keeps it: the record's id, or one of its two times. */
  readonly kept?: 'id' | 'created' | 'modified';
  /** What the system puts where nothing was sent; a property with it is never left out. */
  readonly otherwise?: Value;
  /** Set where an answer does not show the value: a fixed word instead of it, or nothing. */
  readonly shown?: 'masked' | 'never';
  readonly assumed?: string;
  /** The options known so far of an enum to which others are added while it is in use. */
  readonly options?: readonly number[];
  /** Set where a list's items are lines, see `PropertyContract`. */
  readonly lines?: true;
}

/** The facts of every property, by its schema. */
export const facts = z.registry<PropertyFact, z.ZodType>();

/** How the objects of a list are sent and shown; each is kept as its JSON text. */
export interface ItemForms {
  readonly sent: z.ZodType;
  readonly shown: z.ZodType;
}

const itemForms = new WeakMap<z.ZodType, ItemForms>();

/** The schema of a list of objects. */
export function objectList(forms: ItemForms, fact: PropertyFact): z.ZodType<Value> {
  const schema = z.array(z.string()).register(facts, fact);
  itemForms.set(schema, forms);
  return schema;
}

/** One property of an entity: the plain contract, the schema behind it, and its facts. */
export interface Property extends PropertyContract {
  readonly schema: z.ZodType<Value>;
  readonly fact: PropertyFact;
  /** Set for a list of objects. */
  readonly items?: ItemForms;
  /** Where the value is in the nested wire form: `['postAddress', 'postCode']`. */
  readonly keys: readonly string[];
}

/** A table of properties, derived from one zod schema for each. */
export interface Entity {
  readonly name: string;
  readonly parent?: string;
  readonly properties: ReadonlyMap<string, Property>;
  /** Names of the properties that no two records may share. */
  readonly unique: readonly string[];
  /** The properties without which no record is complete. */
  readonly required: readonly Property[];
  /** The properties that the system fills in where nothing was sent. */
  readonly filled: readonly Property[];
  /** The properties by their names in lower case. */
  readonly folded: ReadonlyMap<string, Property>;
}

/** Derives an entity from its schemas. Refuses a property without facts. */
export function defineEntity(definition: {
  readonly name: string;
  readonly parent?: string;
  readonly properties: Readonly<Record<string, z.ZodType<Value>>>;
}): Entity {
  const keys = nestingOf(Object.keys(definition.properties));
  const properties = Object.entries(definition.properties).map(
    ([name, schema]): [string, Property] => {
      const fact = facts.get(schema);
      if (!fact) throw new Error(`${definition.name}.${name} has no facts`);
      const items = itemForms.get(schema);
      const plain = plainProperty({ name, schema, fact });
      return [name, { ...plain, schema, fact, ...(items ? { items } : {}), keys: keys(name) }];
    },
  );
  const all = properties.map(([, property]) => property);
  return {
    ...definition,
    properties: new Map(properties),
    unique: all.filter(({ unique }) => unique).map(({ name }) => name),
    required: all.filter(({ required }) => required),
    filled: all.filter(({ fact }) => fact.otherwise !== undefined),
    folded: new Map(all.map((property) => [property.name.toLowerCase(), property])),
  };
}

/** The plain contract of a system: what findings are examined against. */
export function plainContract({
  system,
  entities,
  behaviours,
}: {
  readonly system: string;
  readonly entities: readonly Entity[];
  readonly behaviours: readonly Behaviour[];
}): SystemContract {
  return { system, entities: entities.map(plainEntity), assumptions: assumedAmong(behaviours) };
}

function plainEntity(entity: Entity): EntityContract {
  const properties = [...entity.properties.values()];
  const modified = properties.find(({ fact }) => fact.kept === 'modified');
  return {
    name: entity.name,
    ...(entity.parent === undefined ? {} : { parent: entity.parent }),
    ...(modified ? { modifiedAt: modified.name } : {}),
    properties: properties.map(
      ({ schema: _, fact: __, keys: ___, items: ____, ...plain }) => plain,
    ),
  };
}

function plainProperty(property: {
  readonly name: string;
  readonly schema: z.ZodType<Value>;
  readonly fact: PropertyFact;
}): PropertyContract {
  const { name, schema, fact } = property;
  const maxLength = schema instanceof z.ZodString ? schema.maxLength : null;
  return {
    name,
    type: typeOf(schema, fact),
    readOnly: fact.readOnly ?? fact.kept !== undefined,
    required: fact.required ?? false,
    unique: fact.unique ?? false,
    ...(maxLength === null ? {} : { maxLength }),
    ...(schema instanceof z.ZodLiteral ? { values: [...schema.values].map(Number) } : {}),
    ...(fact.options === undefined ? {} : { values: fact.options }),
    ...(fact.lines ? { lines: true } : {}),
    ...(fact.coupledTo ? { coupledTo: fact.coupledTo } : {}),
    source: fact.source,
    ...(fact.assumed === undefined ? {} : { assumed: fact.assumed }),
  };
}

function typeOf(schema: z.ZodType<Value>, fact: PropertyFact): PropertyType {
  if (fact.kept === 'created' || fact.kept === 'modified') return 'stamp';
  if (schema instanceof z.ZodISODateTime) return 'stamp';
  if (schema instanceof z.ZodISODate) return 'date';
  if (schema instanceof z.ZodLiteral || fact.options !== undefined) return 'enum';
  if (schema instanceof z.ZodBoolean) return 'boolean';
  if (schema instanceof z.ZodArray) return 'list';
  if (schema instanceof z.ZodNumber) return schema.isInt ? 'integer' : 'decimal';
  return 'string';
}
