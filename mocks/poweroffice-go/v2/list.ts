import { type Answer, json } from '../../http/answer.ts';
import type { Call } from '../../http/route.ts';
import type { Reader } from '../../records/reader.ts';
import type { Row } from '../../records/row.ts';
import type { Store } from '../../records/store.ts';
import type { Kind } from './kind.ts';
import { nothing, problem } from './problem.ts';
import { type Query, readQuery } from './query.ts';

/** A collection of v2: the office's records of one kind. */
export interface Collection {
  readonly kind: Kind;
  readonly store: Store;
  /** The absolute URL of the collection. */
  readonly url: string;
}

/** `GET /Projects`, `GET /ContactPersons`: a bare array, 204 where it would be empty (`apis.md S30`). */
export function listAnswer({ kind, store, url }: Collection, call: Call): Answer {
  const query = readQuery(call.url.searchParams, kind);
  if ('refused' in query) return problem(400, query.refused);
  const rows = passing(store.table(kind.entity).asOf(call.lag), query);
  const ordered = inOrder(rows, query, store);
  const first = (query.number - 1) * query.size;
  const page = ordered.slice(first, first + query.size);
  if (page.length === 0) return nothing;
  const next = ordered.length > first + query.size ? nextLink(url, call, query) : null;
  const headers = { 'x-pagination': JSON.stringify({ nextPageLink: next }) };
  const texts = page.map((row) => JSON.stringify(kind.shown(row, query.fields)));
  return { ...json(200, `[${texts.join(',')}]`, headers), frame: '[]' };
}

function passing(reader: Reader, { changedAfter, contactIds }: Query): readonly Row[] {
  if (contactIds !== undefined) {
    const theirs = [...contactIds].flatMap((id) => reader.where('partyId', id));
    return theirs.filter((row) => changedAfter === undefined || row.modifiedAt > changedAfter);
  }
  if (changedAfter === undefined) return [...reader.all()];
  return reader.since(changedAfter).filter((row) => row.modifiedAt > changedAfter);
}

function inOrder(rows: readonly Row[], { order }: Query, store: Store): readonly Row[] {
  const byId = rows.toSorted((a, b) => a.id - b.id);
  if (!order) return byId;
  const { field, descending } = order;
  const key = (row: Row): string | number => {
    const value = field.read(row, store);
    return typeof value === 'number' ? value : String(value ?? '');
  };
  const rising = byId.toSorted((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
  return descending ? rising.reverse() : rising;
}

function nextLink(url: string, { url: { searchParams } }: Call, { number, size }: Query): string {
  const query = new URLSearchParams(
    [...searchParams].filter(([name]) => !/page(number|size)\]?$/i.test(name)),
  );
  query.set('PageNumber', String(number + 1));
  query.set('PageSize', String(size));
  return `${url}?${query}`;
}
