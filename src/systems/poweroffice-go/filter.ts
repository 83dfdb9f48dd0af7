import type { Instant } from '../../clock.ts';
import { SyncproofError } from '../../errors.ts';
import { stampLiteral } from './stamp.ts';

/** How a property that is not a text is written in a filter. */
export type LiteralKind = 'number' | 'date';

interface Condition {
  readonly property: string;
  readonly value: string | number | boolean;
  /** Left out for a text. */
  readonly kind?: LiteralKind | undefined;
}

const number = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const date = /^\d{4}-\d{2}-\d{2}$/;

/**
 * `property eq value` as PowerOffice GO writes it: the name in PascalCase, texts in quotes that
 * are doubled inside, numbers bare, dates as `DateTime'2015-11-26'` (apis.md 1.6). `undefined`
 * where the property can hold no such value. Refuses what is not a property's name.
 */
export function equalTo(of: Condition): string | undefined {
  const literal = literalOf(of);
  return literal === undefined ? undefined : `${pascal(of.property)} eq ${literal}`;
}

/** The records that were changed at or after the whole second of an instant. */
export function changedSince(instant: Instant): string {
  return `LastChanged ge ${stampLiteral(instant)}`;
}

/** Conditions that all hold, each in the parentheses that the documentation asks for. */
export function allOf(conditions: readonly string[]): string {
  return conditions.map((condition) => `(${condition})`).join(' and ');
}

/** Conditions of which one holds. */
export function anyOf(conditions: readonly string[]): string {
  return conditions.map((condition) => `(${condition})`).join(' or ');
}

function literalOf(of: Condition) {
  const text = `${of.value}`;
  if (typeof of.value === 'boolean') return text;
  if (of.kind === 'number') return number.test(text) ? text : undefined;
  if (of.kind === 'date') return date.test(text) ? `DateTime'${text}'` : undefined;
  return `'${text.replaceAll("'", "''")}'`;
}

function pascal(property: string): string {
  if (!/^[a-z]\w*(\.[a-z]\w*)*$/i.test(property)) {
    const problem = `Records cannot be found by ${property}: PowerOffice GO has no such property`;
    throw new SyncproofError('settings', `${problem}; name one of its own`);
  }
  const parts = property.split('.').map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  return parts.join('/');
}
