import type { Value } from '../../value.ts';
import type { RowBase } from '../store/link.ts';
import { linesForOther } from './lines.ts';

/** How one data type of the document carries a value from its source property to its target and back. */
export interface Conversion {
  /** `agreed` is what the two sides stored when they last agreed: by it the lines of a list know each other. */
  toTarget(value: Value, agreed?: RowBase): Value;
  /** `like` is a value that the source side holds, or `null`: its type is the one to come back in. */
  toSource(value: Value, like: Value, agreed?: RowBase): Value;
}

const asIs: Conversion = { toTarget: (value) => value, toSource: (value) => value };

function via(toTarget: (value: Value) => Value): Conversion {
  return {
    toTarget: (value) => (isEmpty(value) ? null : toTarget(value)),
    toSource: (value, like) =>
      isEmpty(value) || Array.isArray(value) ? value : inTypeOf(like, value),
  };
}

function withLines({ toTarget, toSource }: Conversion): Conversion {
  return {
    toTarget: (value, agreed) =>
      linesForOther(toTarget(value), agreed && { own: agreed.source, other: agreed.target }),
    toSource: (value, like, agreed) =>
      linesForOther(toSource(value, like), agreed && { own: agreed.target, other: agreed.source }),
  };
}

/** What a number cannot hold exactly, and what is no number, stays a text, for the source to refuse. */
function inTypeOf(like: Value, value: Value): Value {
  switch (typeof like) {
    case 'string':
      return String(value);
    case 'number':
      return toNumber(value);
    case 'boolean':
      return toBoolean(value);
    default:
      return value;
  }
}

/** The plain data types of `dataflow-format.md`, Tables; `N/A` and a missing cell are untyped. */
const conversions: Readonly<Record<string, Conversion>> = {
  '"string"': via((value) => (Array.isArray(value) ? value.join(', ') : String(value))),
  '"integer"': via(toNumber),
  '"float"': via(toNumber),
  '"decimal"': via(toNumber),
  '"boolean"': via(toBoolean),
  '"list"': withLines(via((value) => (Array.isArray(value) ? value : [String(value)]))),
  'N/A': asIs,
  '': asIs,
};

/** The conversion of a data type cell, or `undefined` for an expression, which this engine does not run. */
export function conversionOf(type: string): Conversion | undefined {
  return Object.hasOwn(conversions, type) ? conversions[type] : undefined;
}

/** Nothing, an empty text and an empty list are all "empty". */
export function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === null || value === '' || isEmptyList(value);
}

/** Whether two values of one side are the same; all empty values are. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => item === b[index]);
  }
  return a === b;
}

function isEmptyList(value: Value): boolean {
  return Array.isArray(value) && value.length === 0;
}

function toBoolean(value: Value): Value {
  return value === 'true' ? true : value === 'false' ? false : value;
}

/** A digit string that a number cannot hold exactly stays a string, for the target to refuse. */
function toNumber(value: Value): Value {
  if (typeof value !== 'string') return value;
  const number = Number(value);
  return value.trim() !== '' && String(number) === value ? number : value;
}
