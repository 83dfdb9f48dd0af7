import { z } from 'zod';
import type { Entity, Property } from '../contract/contract.ts';
import { type Leaf, nestedSchema } from '../contract/nested-schema.ts';
import { type Nested, place } from '../http/paths.ts';
import type { Row } from './row.ts';
import { isEmpty, type Properties, type Value } from './value.ts';

/** How a system writes what has no one form: times, and decimals where JSON's own form is not its. */
export interface WireForms {
  readonly stamp: (at: number) => string;
  readonly decimal?: (value: number) => string;
}

/**
 * Records of one entity as the API shows them: empty properties left out, times in the
 * system's own format. A record outside the entity's contract is a defect of the twin, and throws.
 */
export class RecordView {
  readonly #properties: readonly Property[];
  readonly #entity: Entity;
  readonly #forms: WireForms;
  // A row is one version and never changes, so that it needs to be rendered and checked only once.
  readonly #texts = new WeakMap<Row, string>();

  constructor(entity: Entity, forms: WireForms) {
    this.#properties = [...entity.properties.values()];
    this.#entity = entity;
    this.#forms = forms;
  }

  /** By dotted path, as a party sees the record. */
  properties(row: Row): Properties {
    const shown = this.#properties.map((property) => [property.name, this.value(row, property)]);
    return Object.fromEntries(shown.filter(([, value]) => value !== null));
  }

  /** One property of the record; `null` where it is empty. */
  value(row: Row, { name, fact, type }: Property): Value {
    if (fact.kept === 'id') return type === 'string' ? String(row.id) : row.id;
    if (fact.kept === 'created') return this.#forms.stamp(row.createdAt);
    if (fact.kept === 'modified') return this.#forms.stamp(row.modifiedAt);
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
      if (value !== null) place(record, property.keys, shown(property, value));
    }
    recordSchema(this.#entity).parse(record);
    const text = this.#text(record, row);
    this.#texts.set(row, text);
    return text;
  }

  #text(record: Nested, row: Row): string {
    const { decimal } = this.#forms;
    if (!decimal) return JSON.stringify(record);
    for (const property of this.#properties) {
      const value = row.fields[property.name];
      if (property.type !== 'decimal' || typeof value !== 'number') continue;
      place(record, property.keys, `${mark}${decimal(value)}${mark}`);
    }
    return JSON.stringify(record).replaceAll(marked, '$1');
  }
}

// No text of a person holds this, so that what stands in for a number is found again.
const mark = '\uffff';
const marked = new RegExp(`"${mark}([-\\d.]+)${mark}"`, 'g');

function shown({ items }: Property, value: Value): unknown {
  if (!items || !Array.isArray(value)) return value;
  return value.map((text) => JSON.parse(String(text)));
}

// Compiling a schema costs more than using it, and an entity outlives the twins that have it.
const schemas = new WeakMap<Entity, z.ZodType>();

function recordSchema(entity: Entity): z.ZodType {
  const known = schemas.get(entity);
  if (known) return known;
  const made = nestedSchema([...entity.properties.values()].map(leafOf));
  schemas.set(entity, made);
  return made;
}

function leafOf({ keys, required, fact, items, schema }: Property): Leaf {
  const always = required || fact.kept !== undefined || fact.otherwise !== undefined;
  return { keys, always, schema: items ? z.array(items.shown) : schema };
}
