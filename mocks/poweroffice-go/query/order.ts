import type { Entity } from '../../contract/contract.ts';
import { type Dice, shuffled } from '../../dice.ts';
import type { Row } from '../../records/row.ts';
import type { Backend } from '../backend.ts';
import { QueryRefused } from './refused.ts';
import { propertyTerm, type Term } from './term.ts';

/** One key of an order. */
export interface OrderKey {
  readonly term: Term;
  readonly descending: boolean;
}

/** Reads `$orderby`: `Name asc,Code desc`; the older back end also takes keys separated by spaces alone. */
export function parseOrder(
  text: string,
  entity: Entity,
  { spacedOrder }: Pick<Backend, 'spacedOrder'>,
): readonly OrderKey[] {
  const separator = spacedOrder ? /,|\s+(?!(?:asc|desc)\b)(?=\S)/ : ',';
  return text.split(separator).map((key) => {
    const [, name, direction] = /^\s*(\S+)(?:\s+(asc|desc))?\s*$/.exec(key) ?? [];
    if (name === undefined) throw new QueryRefused(`'${key}' is not an order.`);
    return { term: propertyTerm(entity, name), descending: direction === 'desc' };
  });
}

/** The rows in the order of the keys; what they leave open is decided by the dice (`apis.md S11`). */
export function ordered(
  rows: readonly Row[],
  keys: readonly OrderKey[],
  dice: Dice,
): readonly Row[] {
  const total = keys.some(({ term }) => term.property?.fact.kept === 'id');
  const loose = total ? [...rows] : shuffled(rows, dice);
  return keys.length === 0 ? loose : loose.sort((a, b) => compareBy(keys, a, b));
}

function compareBy(keys: readonly OrderKey[], a: Row, b: Row): number {
  for (const { term, descending } of keys) {
    const [left, right] = [term.of(a), term.of(b)];
    if (left === right) continue;
    const rising = right !== null && (left === null || left < right);
    return rising === descending ? 1 : -1;
  }
  return 0;
}
