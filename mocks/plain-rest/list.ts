import type { Property } from '../contract/contract.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Call } from '../http/route.ts';
import type { Reader } from '../records/reader.ts';
import type { Row } from '../records/row.ts';
import type { Value } from '../records/value.ts';
import type { Collection } from './collection.ts';
import { problem } from './problem.ts';
import { type Page, readQuery } from './query.ts';

/** `GET /{collection}`: one page of the records that the query asks for, by id ascending. */
export function listAnswer(collection: Collection, call: Call): Answer {
  const query = readQuery(call.url.searchParams, collection.table.entity);
  if ('refused' in query) return problem(400, query.refused);
  const { rows, total } = pageOf(collection, { reader: collection.shown(call.lag), query });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const next =
    last && rows.length > query.limit
      ? `,"next":${JSON.stringify(nextUrl({ collection, call, last }))}`
      : '';
  const items = page.map((row) => collection.view.json(row)).join(',');
  const listOf = (texts: string): string => `{"items":[${texts}],"total":${total}${next}}`;
  return { ...json(200, listOf(items)), frame: listOf('') };
}

/** The page's rows and one more, where there is one, and how many fit the query in all. */
function pageOf(
  { view }: Collection,
  { reader, query }: { readonly reader: Reader; readonly query: Page },
): { readonly rows: readonly Row[]; readonly total: number } {
  if (query.modifiedSince === undefined && query.equal.length === 0) {
    return { rows: [...reader.after(query.after).take(query.limit + 1)], total: reader.size };
  }
  const fitting = candidates(reader, query)
    .filter((row) =>
      query.equal.every(({ property, text }) => fits(view.value(row, property), text)),
    )
    .sort((a, b) => a.id - b.id);
  return { rows: fitting.filter(({ id }) => id > query.after), total: fitting.length };
}

function candidates(reader: Reader, query: Page): readonly Row[] {
  if (query.modifiedSince !== undefined) return reader.since(query.modifiedSince);
  const indexed = query.equal.find(
    ({ property }) => !property.fact.kept && property.type !== 'list',
  );
  return indexed
    ? reader.where(indexed.property.name, typed(indexed.property, indexed.text))
    : [...reader.all()];
}

function fits(value: Value, text: string): boolean {
  return String(value ?? '') === text;
}

function typed({ type }: Property, text: string): Value {
  if (text === '') return null;
  if (type === 'boolean') return text === 'true';
  return type === 'integer' || type === 'decimal' || type === 'enum' ? Number(text) : text;
}

function nextUrl(page: {
  readonly collection: Collection;
  readonly call: Call;
  readonly last: Row;
}): string {
  const query = new URLSearchParams(page.call.url.searchParams);
  query.set('cursor', Buffer.from(`after:${page.last.id}`).toString('base64url'));
  return `${page.collection.url}?${query}`;
}
