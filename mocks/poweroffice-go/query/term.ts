import type { Entity, Property } from '../../contract/contract.ts';
import type { Row } from '../../records/row.ts';
import type { Token } from './lex.ts';
import { QueryRefused } from './refused.ts';

/** A value in a filter: what it is, and what it is of a row. Dates and moments are milliseconds. */
export interface Term {
  readonly type: 'text' | 'number' | 'truth' | 'date' | 'moment' | 'null';
  readonly of: (row: Row) => string | number | boolean | null;
  /** Set where the term is a property of the record as it stands. */
  readonly property?: Property;
  /** Set where the term is the same for every row. */
  readonly constant?: string | number | boolean | null;
}

/** A property by its PascalCase name, case-sensitively (`apis.md 1.6`). */
export function propertyTerm(entity: Entity, name: string): Term {
  const property = propertyNamed(entity, name);
  const { type } = property;
  if (type === 'list') throw new QueryRefused(`${name} cannot be compared.`);
  return { type: types[type], of: (row) => plain(row, property), property };
}

/** The property that a query calls `name`; refuses one that the entity does not have. */
function propertyNamed(entity: Entity, name: string): Property {
  const path = name.split('/').map((part) => `${part.charAt(0).toLowerCase()}${part.slice(1)}`);
  const property = entity.properties.get(path.join('.'));
  const pascal = name.split('/').every((part) => /^[A-Z]/.test(part));
  if (!property || !pascal || property.fact.shown) {
    throw new QueryRefused(`Could not find a property named '${name}' on type '${entity.name}'.`);
  }
  return property;
}

/** A literal; a zone-less time is taken as UTC. */
export function literalTerm({ kind, text }: Token): Term {
  if (kind === 'text') return constant('text', text);
  if (kind === 'number') return constant('number', Number(text));
  if (kind === 'DateTime') return constant('date', timeOf(text, dateTime));
  if (kind === 'DateTimeOffset') return constant('moment', timeOf(text, dateTimeOffset));
  return text === 'null' ? constant('null', null) : constant('truth', text === 'true');
}

const types = {
  string: 'text',
  integer: 'number',
  decimal: 'number',
  enum: 'number',
  boolean: 'truth',
  date: 'date',
  stamp: 'moment',
} as const;

function plain(row: Row, { name, type, fact }: Property): string | number | boolean | null {
  if (fact.kept === 'id') return row.id;
  if (fact.kept === 'created') return row.createdAt;
  if (fact.kept === 'modified') return row.modifiedAt;
  const value = row.fields[name] ?? null;
  if (typeof value === 'string' && type === 'date') return Date.parse(value);
  return typeof value === 'object' ? null : value;
}

function constant(type: Term['type'], value: string | number | boolean | null): Term {
  return { type, of: () => value, constant: value };
}

const dateTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,7})?)?)?$/;
const dateTimeOffset = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)?)?$/;

function timeOf(text: string, form: RegExp): number {
  const zoned = /Z|T.*[+-]\d\d:\d\d$/.test(text) || !text.includes('T') ? text : `${text}Z`;
  const time = form.test(text) ? Date.parse(zoned) : Number.NaN;
  if (Number.isNaN(time)) throw new QueryRefused(`'${text}' is not a valid time.`);
  return time;
}
