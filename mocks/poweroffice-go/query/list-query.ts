import type { Entity } from '../../contract.ts';
import { compileFilter, type Filter } from './compile.ts';
import { type OrderKey, parseOrder } from './order.ts';
import { QueryRefused } from './refused.ts';

/** What a list is asked for. */
export interface ListQuery {
  readonly filter: Filter | undefined;
  readonly order: readonly OrderKey[];
  readonly skip: number;
  readonly top: number;
}

/**
 * Reads the query of a list (`apis.md 1.6`): options with or without their `$`. Throws
 * `QueryRefused` for what the API does not understand, and for `$skip` without `$top` and `$orderby`.
 */
export function readListQuery(query: URLSearchParams, entity: Entity): ListQuery {
  const option = (name: string): string | null => query.get(`$${name}`) ?? query.get(name);
  const filter = option('filter');
  const order = option('orderby');
  const skip = option('skip');
  const top = option('top');
  if (skip !== null && (top === null || order === null)) {
    throw new QueryRefused('$skip is only supported together with $top and $orderby.');
  }
  return {
    filter: filter === null ? undefined : compileFilter(filter, entity),
    order: order === null ? [] : parseOrder(order, entity),
    skip: skip === null ? 0 : count(skip),
    top: top === null ? Number.POSITIVE_INFINITY : count(top),
  };
}

function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new QueryRefused(`'${text}' is not a valid number of rows.`);
  return Number(text);
}
