import type { Entity } from '../../contract.ts';
import type { Row, Table } from '../../table.ts';
import type { Comparison, Expression } from './parse.ts';
import { literalTerm, propertyTerm, type Term } from './term.ts';

/** Finds rows of a table by an index. */
export type Candidates = (table: Table) => Iterable<Row>;

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
  return a && b ? (table) => new Set([...a(table), ...b(table)]) : undefined;
}

function indexed(
  operator: Comparison,
  { property }: Term,
  value: Term['constant'],
): Candidates | undefined {
  if (!property || value === undefined) return undefined;
  const { name, type, fact } = property;
  if (fact.kept) return typeof value === 'number' ? byKept(operator, fact.kept, value) : undefined;
  return operator === 'eq' && type !== 'date' ? (table) => table.where(name, value) : undefined;
}

function byKept(
  operator: Comparison,
  kept: 'id' | 'created' | 'modified',
  value: number,
): Candidates | undefined {
  if (kept === 'id' && operator === 'eq') return (table) => [table.get(value)].filter(isRow);
  if (operator !== 'ge' && operator !== 'gt' && operator !== 'eq') return undefined;
  if (kept === 'modified') return (table) => table.since(value);
  return kept === 'id' ? (table) => table.after(value - 1) : undefined;
}

function isRow(row: Row | undefined): row is Row {
  return row !== undefined;
}
