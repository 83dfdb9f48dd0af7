import type { Answer } from '../answer.ts';
import type { Call } from '../route.ts';
import type { Row } from '../table.ts';
import type { Properties } from '../value.ts';
import { type ListQuery, readListQuery } from './query/list-query.ts';
import { ordered } from './query/order.ts';
import { QueryRefused } from './query/refused.ts';
import { isIn, type Parent, placeOf, type Resource } from './resource.ts';

/** A list route: `count` is of the rows after the filter, `data` of those after skip and top. */
export function listAnswer(resource: Resource, call: Call, parent?: Parent): Answer {
  const { store, table, view, envelope, dice } = resource;
  const place = placeOf(store, parent, call);
  if (!place.found) return envelope.refused('NotFound', place.missing);
  try {
    const query = readListQuery(call.url.searchParams, table.entity);
    const passing = passingRows(resource, query, place.given);
    const rows = ordered(passing, query.order, dice).slice(query.skip, query.skip + query.top);
    return envelope.list(
      rows.map((row) => view.json(row)),
      passing.length,
    );
  } catch (error) {
    if (error instanceof QueryRefused) return envelope.refused('OData', error.message);
    throw error;
  }
}

function passingRows(
  { table }: Resource,
  { filter }: ListQuery,
  given: Properties,
): readonly Row[] {
  const [scope] = Object.entries(given);
  const candidates = scope ? table.where(...scope) : (filter?.candidates(table) ?? table.all());
  return [...candidates].filter((row) => isIn(given, row) && (filter?.passes(row) ?? true));
}
