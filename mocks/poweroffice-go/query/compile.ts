import type { Entity } from '../../contract/contract.ts';
import type { Reader } from '../../records/reader.ts';
import type { Row } from '../../records/row.ts';
import { narrowed } from './narrow.ts';
import { type Comparison, type Expression, parse } from './parse.ts';
import { QueryRefused } from './refused.ts';
import { literalTerm, propertyTerm, type Term } from './term.ts';

/** A filter that fits an entity. */
export interface Filter {
  readonly passes: (row: Row) => boolean;
  /** The rows among which all that pass are found; by an index where one helps. */
  readonly candidates: (reader: Reader) => Iterable<Row>;
}

/** Holds a filter against an entity; refuses unknown names and types that do not compare. */
export function compileFilter(text: string, entity: Entity): Filter {
  const expression = parse(text);
  const term = compile(expression, entity);
  if (term.type !== 'truth') throw new QueryRefused('The filter is not a condition.');
  return {
    passes: (row) => term.of(row) === true,
    candidates: narrowed(expression, entity) ?? ((reader) => reader.all()),
  };
}

function compile(expression: Expression, entity: Entity): Term {
  switch (expression.kind) {
    case 'literal':
      return literalTerm(expression.of);
    case 'property':
      return propertyTerm(entity, expression.name);
    case 'not': {
      const inner = truth(compile(expression.of, entity), 'not');
      return { type: 'truth', of: (row) => inner.of(row) !== true };
    }
    case 'call':
      return call(
        expression.name,
        expression.args.map((arg) => compile(arg, entity)),
      );
    case 'binary':
      return binary(
        expression.operator,
        compile(expression.left, entity),
        compile(expression.right, entity),
      );
  }
}

function call(name: string, args: readonly Term[]): Term {
  const [first, second] = args;
  if (!first || args.some(({ type }) => type !== 'text' && type !== 'null')) {
    throw new QueryRefused(`${name} takes texts.`);
  }
  const text = (term: Term, row: Row): string => String(term.of(row) ?? '');
  if (name === 'tolower' && !second) {
    return { type: 'text', of: (row) => text(first, row).toLowerCase() };
  }
  if (name === 'toupper' && !second) {
    return { type: 'text', of: (row) => text(first, row).toUpperCase() };
  }
  if (name === 'startswith' && second && args.length === 2) {
    return { type: 'truth', of: (row) => text(first, row).startsWith(text(second, row)) };
  }
  throw new QueryRefused(`There is no function ${name} with ${args.length} arguments.`);
}

function binary(operator: Comparison | 'and' | 'or', left: Term, right: Term): Term {
  if (operator === 'and' || operator === 'or') {
    truth(left, operator);
    truth(right, operator);
    const both = operator === 'and';
    return {
      type: 'truth',
      of: (row) =>
        both
          ? left.of(row) === true && right.of(row) === true
          : left.of(row) === true || right.of(row) === true,
    };
  }
  const comparable = left.type === right.type || left.type === 'null' || right.type === 'null';
  const ordered = operator !== 'eq' && operator !== 'ne';
  if (!comparable || (ordered && left.type === 'truth')) {
    throw new QueryRefused(
      `A binary operator with an invalid operand type was detected: '${operator}' for ${left.type} and ${right.type}.`,
    );
  }
  const test = tests[operator];
  return { type: 'truth', of: (row) => test(left.of(row), right.of(row)) };
}

type Scalar = string | number | boolean | null;

const tests: Readonly<Record<Comparison, (a: Scalar, b: Scalar) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  gt: (a, b) => a !== null && b !== null && a > b,
  ge: (a, b) => a !== null && b !== null && a >= b,
  lt: (a, b) => a !== null && b !== null && a < b,
  le: (a, b) => a !== null && b !== null && a <= b,
};

function truth(term: Term, operator: string): Term {
  if (term.type === 'truth') return term;
  throw new QueryRefused(`An invalid operator was detected: '${operator}' for ${term.type}.`);
}
