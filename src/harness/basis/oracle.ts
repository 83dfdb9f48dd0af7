import type { Value } from '../../value.ts';
import { withoutIds } from './lines.ts';

/**
 * Whether two sides of a property row say the same, judged from the document's data type alone; it
 * makes no difference which of the two is the source.
 * Written apart from the engine's conversions, so that the two cannot share a mistake.
 * `undefined` where the type is an expression, of which nobody here knows the meaning.
 */
export function saysTheSame(row: {
  readonly type: string;
  readonly source: Value;
  readonly target: Value;
}): boolean | undefined {
  const { type, source, target } = row;
  if (empty(source) || empty(target)) return empty(source) && empty(target);
  switch (type) {
    case '"string"':
      return text(source) === text(target);
    case '"integer"':
    case '"float"':
    case '"decimal"':
      return Number(text(source)) === Number(text(target));
    case '"boolean"':
      return text(source) === text(target);
    case '"list"':
      return JSON.stringify(list(withoutIds(source))) === JSON.stringify(list(withoutIds(target)));
    case 'N/A':
    case '':
      return JSON.stringify(source) === JSON.stringify(target);
    default:
      return undefined;
  }
}

/** Whether a value counts as no value at all. */
export function empty(value: Value | undefined): boolean {
  return value === undefined || value === null || value === '' || list(value).length === 0;
}

function text(value: Value): string {
  return list(value).map(String).join(', ');
}

function list(value: Value): readonly Value[] {
  return Array.isArray(value) ? value : [value as Value];
}
