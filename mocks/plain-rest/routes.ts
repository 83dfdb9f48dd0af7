import { type Answer, json } from '../http/answer.ts';
import type { Call, Route } from '../http/route.ts';
import { rowIn, rowOf } from '../people/desk.ts';
import type { Row } from '../records/row.ts';
import { readBody } from './body.ts';
import type { Collection } from './collection.ts';
import { listAnswer } from './list.ts';
import { plainRestDialect, problem, refusal } from './problem.ts';

/** The five operations of a collection. */
export function collectionRoutes(collection: Collection): readonly Route[] {
  const { path, store, table } = collection;
  const entity = table.entity.name;
  const withRow =
    (handle: (row: Row, call: Call) => Answer) =>
    (call: Call): Answer => {
      const row = rowOf(store, entity, call.params['id'] ?? '');
      return row ? handle(row, call) : plainRestDialect.failure(404);
    };
  const addressed: Route['addressed'] = ({ params }) => params['id'];
  const onCollection = { path, entity } as const;
  const onRecord = { path: `${path}/{id}`, entity } as const;
  const list: Route['handle'] = (call) => listAnswer(collection, call);
  const create: Route['handle'] = (call) => createAnswer(collection, call);
  const read: Route['handle'] = ({ params, lag }) => {
    const row = rowIn(collection.shown(lag), params['id'] ?? '');
    return row ? recordAnswer(collection, 200, row) : plainRestDialect.failure(404);
  };
  const patch = withRow((row, call) => patchAnswer({ collection, row, call }));
  const remove = withRow((row, call) => deleteAnswer({ collection, row, call }));
  return [
    { method: 'GET', ...onCollection, kind: 'list', handle: list },
    { method: 'POST', ...onCollection, kind: 'write', handle: create },
    { method: 'GET', ...onRecord, kind: 'one', addressed, handle: read },
    { method: 'PATCH', ...onRecord, kind: 'write', addressed, handle: patch },
    { method: 'DELETE', ...onRecord, kind: 'write', addressed, handle: remove },
  ];
}

interface OnRow {
  readonly collection: Collection;
  readonly row: Row;
  readonly call: Call;
}

function createAnswer(collection: Collection, call: Call): Answer {
  const { store, table, url } = collection;
  const body = readBody(call, table.entity, 'application/json');
  if ('refused' in body) return body.refused;
  const written = store.create({ entity: table.entity.name, sent: body.sent, by: call.by });
  if (!written.ok) return refusal(written.problems);
  const answer = recordAnswer(collection, 201, written.row);
  return { ...answer, headers: { ...answer.headers, location: `${url}/${written.row.id}` } };
}

function patchAnswer({ collection, row, call }: OnRow): Answer {
  const { store, table } = collection;
  if (isStale(call, row)) return stale;
  const body = readBody(call, table.entity, 'application/merge-patch+json');
  if ('refused' in body) return body.refused;
  const entity = table.entity.name;
  const written = store.update({ entity, row, sent: body.sent, by: call.by });
  return written.ok ? recordAnswer(collection, 200, written.row) : refusal(written.problems);
}

function deleteAnswer({ collection, row, call }: OnRow): Answer {
  if (isStale(call, row)) return stale;
  const held = collection.store.remove(collection.table.entity.name, row, call.by);
  return held === undefined ? { status: 204, headers: {}, body: '' } : problem(409, held);
}

const stale = problem(412, 'The record has changed since the version in If-Match.');

function isStale({ headers }: Call, row: Row): boolean {
  const condition = headers.get('if-match') ?? '*';
  return condition !== '*' && condition !== etagOf(row);
}

function recordAnswer({ view }: Collection, status: number, row: Row): Answer {
  return { ...json(status, view.json(row), { etag: etagOf(row) }), frame: '{}' };
}

function etagOf({ version }: Row): string {
  return `"${version}"`;
}
