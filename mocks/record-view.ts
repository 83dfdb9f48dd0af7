import { z } from 'zod';
import type { Entity, Property } from './contract.ts';
import { isObject, type Nested, place } from './paths.ts';
import type { Row } from './table.ts';
import { isEmpty, type Properties, type Value } from './value.ts';

/**
 * Records of one entity as the API shows them: empty properties left out, times in the
 * system's own format. A record outside the entity's contract is a defect of the twin, and throws.
 */
export class RecordView {
  readonly #properties: readonly Property[];
  readonly #entity: Entity;
  readonly #stampText: (at: number) => string;
  // A row is one version and never changes, so that it needs to be rendered and checked only once.
  readonly #texts = new WeakMap<Row, string>();

  constructor(entity: Entity, stampText: (at: number) => string) {
    this.#properties = [...entity.properties.values()];
    this.#entity = entity;
    this.#stampText = stampText;
  }

  /** By dotted path, as a party sees the record. */
  properties(row: Row): Properties {
    const shown = this.#properties.map((property) => [property.name, this.value(row, property)]);
    return Object.fromEntries(shown.filter(([, value]) => value !== null));
  }

  /** One property of the record; `null` where it is empty. */
  value(row: Row, { name, fact, type }: Property): Value {
    if (fact.kept === 'id') return type === 'string' ? String(row.id) : row.id;
    if (fact.kept === 'created') return this.#stampText(row.createdAt);
    if (fact.kept === 'modified') return this.#stampText(row.modifiedAt);
    const value = row.fields[name];
    if (value === undefined || isEmpty(value) || fact.shown === 'never') return null;
    return fact.shown === 'masked' ? 'hidden' : value;
  }

  /** The record as JSON text. */
  json(row: Row): string {
    const known = this.#texts.get(row);
    if (known !== undefined) return known;
    const record: Nested = {};
    for (const property of this.#properties) {
      const value = this.value(row, property);
      if (value !== null) place(record, property.keys, value);
    }
    const text = JSON.stringify(recordSchema(this.#entity).parse(record));
    this.#texts.set(row, text);
    return text;
  }
}

// Compiling a schema costs more than using it, and an entity outlives the twins that have it.
const schemas = new WeakMap<Entity, z.ZodType>();

/** The schema of a whole record in its nested wire form: what is never empty must be there, nothing else may be. */
function recordSchema(entity: Entity): z.ZodType {
  const known = schemas.get(entity);
  if (known) return known;
  const made = nestedSchema(entity);
  schemas.set(entity, made);
  return made;
}

function nestedSchema(entity: Entity): z.ZodType {
  const tree: Nested = {};
  for (const { keys, schema, required, fact } of entity.properties.values()) {
    const always = required || fact.kept !== undefined || fact.otherwise !== undefined;
    place(tree, keys, { leaf: always ? schema : schema.optional() });
  }
  return strictObject(tree);
}

function strictObject(tree: Nested): z.ZodType {
  const shape: Record<string, z.ZodType> = {};
  for (const [key, node] of Object.entries(tree)) {
    if (!isObject(node)) continue;
    shape[key] = node['leaf'] instanceof z.ZodType ? node['leaf'] : strictObject(node).optional();
  }
  return z.strictObject(shape);
}
