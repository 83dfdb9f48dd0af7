import { shuffled } from '../dice.ts';
import type { Answer } from '../http/answer.ts';
import type { Call } from '../http/route.ts';
import type { Reader } from '../records/reader.ts';
import type { Row } from '../records/row.ts';
import type { Properties } from '../records/value.ts';
import { type ListQuery, readListQuery } from './query/list-query.ts';
import { ordered } from './query/order.ts';
import { QueryRefused } from './query/refused.ts';
import { isIn, type Parent, placeOf, type Resource, rowsFor } from './resource.ts';

/** A list route: `count` is of the rows after the filter, `data` of those after skip and top. */
export function listAnswer(resource: Resource, call: Call, parent?: Parent): Answer {
  const { store, view, envelope, ceiling, table } = resource;
  const place = placeOf(store, parent, call);
  if (!place.found) return envelope.refused('NotFound', place.missing);
  try {
    const query = readListQuery(call.url.searchParams, table.entity, resource.backend);
    const { rows, count } = pageOf(resource, rowsFor(resource, call), { query, place });
    if (rows.length > ceiling) {
      return envelope.refused('ApiBusinessRule', `The answer has more than ${ceiling} rows.`);
    }
    return envelope.list(
      rows.map((row) => view.json(row)),
      count,
    );
  } catch (error) {
    if (error instanceof QueryRefused) return envelope.refused('OData', error.message);
    throw error;
  }
}

interface Asked {
  readonly query: ListQuery;
  readonly place: { readonly given: Properties };
}

interface Page {
  readonly rows: readonly Row[];
  readonly count: number;
}

function pageOf({ dice }: Resource, reader: Reader, { query, place }: Asked): Page {
  const { filter, order, skip, top } = query;
  const isPlain = filter === undefined && Object.keys(place.given).length === 0;
  const [key, ...more] = order;
  if (isPlain && key?.term.property?.fact.kept === 'modified' && more.length === 0) {
    const groups = reader.byStamp(key.descending);
    return { rows: sliced(groups, query, (rows) => shuffled(rows, dice)), count: reader.size };
  }
  const passing = passingRows(reader, query, place.given);
  return { rows: ordered(passing, order, dice).slice(skip, skip + top), count: passing.length };
}

/** The page out of groups whose order is known, without going through those behind it. */
function sliced(
  groups: Iterable<readonly Row[]>,
  { skip, top }: ListQuery,
  mixed: (rows: readonly Row[]) => readonly Row[],
): readonly Row[] {
  const rows: Row[] = [];
  for (const group of groups) {
    if (rows.length >= skip + top) break;
    for (const row of mixed(group)) rows.push(row);
  }
  return rows.slice(skip, skip + top);
}

function passingRows(reader: Reader, { filter }: ListQuery, given: Properties): readonly Row[] {
  const [scope] = Object.entries(given);
  const candidates = scope ? reader.where(...scope) : (filter?.candidates(reader) ?? reader.all());
  return [...candidates].filter((row) => isIn(given, row) && (filter?.passes(row) ?? true));
}
