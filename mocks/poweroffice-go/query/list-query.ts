import type { Entity } from '../../contract/contract.ts';
import type { Backend } from '../backend.ts';
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
 * Reads the query of a list (`apis.md 1.6`): options with their `$`, on the newer back end without
 * it too; an empty one counts as not sent. Throws `QueryRefused` for what the API does not
 * understand, and for `$skip` without `$top` and `$orderby`.
 */
export function readListQuery(
  query: URLSearchParams,
  entity: Entity,
  backend: Pick<Backend, 'bareOptions' | 'spacedOrder'>,
): ListQuery {
  const option = (name: string): string | undefined =>
    query.get(`$${name}`) || (backend.bareOptions && query.get(name)) || undefined;
  const filter = option('filter');
  const order = option('orderby');
  const skip = option('skip');
  const top = option('top');
  if (skip !== undefined && (top === undefined || order === undefined)) {
    throw new QueryRefused('$skip is only supported together with $top and $orderby.');
  }
  return {
    filter: filter === undefined ? undefined : compileFilter(filter, entity),
    order: order === undefined ? [] : parseOrder(order, entity, backend),
    skip: skip === undefined ? 0 : count(skip),
    top: top === undefined ? Number.POSITIVE_INFINITY : count(top),
  };
}

function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new QueryRefused(`'${text}' is not a valid number of rows.`);
  return Number(text);
}
