import type { Entity } from '../../contract/contract.ts';
import type { Reader } from '../../records/reader.ts';
import type { Row } from '../../records/row.ts';
import type { Comparison, Expression } from './parse.ts';
import { literalTerm, propertyTerm, type Term } from './term.ts';

/** Finds rows by an index. */
export type Candidates = (reader: Reader) => Iterable<Row>;

/**
 * An index that finds every row the expression can pass (and others too), or `undefined` where
 * none helps and all rows must be looked at.
 */
export function narrowed(expression: Expression, entity: Entity): Candidates | undefined {
  if (expression.kind !== 'binary') return undefined;
  const { operator, left, right } = expression;
  if (operator === 'and') return narrowed(left, entity) ?? narrowed(right, entity);
  if (operator === 'or') return either(narrowed(left, entity), narrowed(right, entity));
  if (left.kind !== 'property' || right.kind !== 'literal') return undefined;
  return indexed(operator, propertyTerm(entity, left.name), literalTerm(right.of).constant);
}

function either(a: Candidates | undefined, b: Candidates | undefined): Candidates | undefined {
  return a && b ? (reader) => new Set([...a(reader), ...b(reader)]) : undefined;
}

function indexed(
  operator: Comparison,
  { property }: Term,
  value: Term['constant'],
): Candidates | undefined {
  if (!property || value === undefined) return undefined;
  const { name, type, fact } = property;
  if (fact.kept) return typeof value === 'number' ? byKept(operator, fact.kept, value) : undefined;
  return operator === 'eq' && type !== 'date' ? (reader) => reader.where(name, value) : undefined;
}

function byKept(
  operator: Comparison,
  kept: 'id' | 'created' | 'modified',
  value: number,
): Candidates | undefined {
  if (kept === 'id' && operator === 'eq') return (reader) => [reader.get(value)].filter(isRow);
  if (operator !== 'ge' && operator !== 'gt' && operator !== 'eq') return undefined;
  if (kept === 'modified') return (reader) => reader.since(value);
  return kept === 'id' ? (reader) => reader.after(value - 1) : undefined;
}

function isRow(row: Row | undefined): row is Row {
  return row !== undefined;
}
