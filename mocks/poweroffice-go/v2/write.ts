import type { Problem } from '../../contract/validate.ts';
import { type Answer, json } from '../../http/answer.ts';
import { parsed } from '../../http/json-text.ts';
import { isObject, type Nested } from '../../http/paths.ts';
import type { Call } from '../../http/route.ts';
import { rowOf } from '../../people/desk.ts';
import type { Row } from '../../records/row.ts';
import type { Written } from '../../records/table.ts';
import { isEmpty } from '../../records/value.ts';
import type { Collection } from './list.ts';
import { patchedBody } from './patch.ts';
import { problem, refusal, v2Dialect } from './problem.ts';

/** `POST`: 201 with the record. `given` is what its place says of it. */
export function createAnswer(collection: Collection, call: Call, given = {}): Answer {
  const { kind, store } = collection;
  const body = bodyOf(call, 'application/json');
  if (typeof body === 'number') return v2Dialect.failure(body);
  if (!isObject(body)) return v2Dialect.failure(400);
  const { sent, problems } = kind.sent(body);
  const all = [...problems, ...taken(collection, sent, undefined)];
  if (all.length > 0) return refusal(all);
  const written = store.create({ entity: kind.entity, sent, given, by: call.by });
  return answerOf(collection, 201, written);
}

/** `PATCH`: JSON Patch, laid over the record; whether the record is shown afterwards differs by collection. */
export function patchAnswer(
  collection: Collection,
  call: Call,
  { row, silent }: { readonly row: Row; readonly silent: boolean },
): Answer {
  const { kind, store } = collection;
  const body = bodyOf(call, 'application/json-patch+json');
  if (typeof body === 'number') return v2Dialect.failure(body);
  const patched = patchedBody(body);
  if (!patched) return problem(400, 'The body must be a JSON Patch.');
  const { sent, problems } = kind.sent(patched);
  const all = [...problems, ...taken(collection, sent, row)];
  if (all.length > 0) return refusal(all);
  const written = store.update({ entity: kind.entity, row, sent, by: call.by });
  if (written.ok && silent) return done;
  return answerOf(collection, 200, written);
}

/** `DELETE`: 200, or 409 for what is in use. */
export function deleteAnswer({ kind, store }: Collection, call: Call, row: Row): Answer {
  const held = store.remove(kind.entity, row, call.by);
  return held === undefined ? done : problem(409, held);
}

/** One record as an answer. */
export function recordAnswer({ kind }: Collection, status: number, row: Row): Answer {
  return { ...json(status, JSON.stringify(kind.shown(row))), frame: '{}' };
}

/** The record that a call addresses, whose `property` the path repeats. */
export function addressedRow({ kind, store }: Collection, { params }: Call): Row | undefined {
  const row = rowOf(store, kind.entity, params['id'] ?? '');
  const { contactId } = params;
  const isThere = contactId === undefined || String(row?.fields['partyId']) === contactId;
  return isThere ? row : undefined;
}

const done: Answer = { status: 200, headers: {}, body: '' };

function answerOf(collection: Collection, status: number, written: Written): Answer {
  return written.ok ? recordAnswer(collection, status, written.row) : refusal(written.problems);
}

/** The body, parsed; or the status that refuses it. */
function bodyOf(call: Call, type: string): Nested | unknown[] | number {
  const [said = ''] = (call.headers.get('content-type') ?? '').toLowerCase().split(';');
  if (said.trim() !== type) return 415;
  const body = parsed(call.body);
  return isObject(body) || Array.isArray(body) ? body : 400;
}

/** In v2 the external code of a contact person is unique; in v1 nothing is said of it (`apis.md 3`, `1.9`). */
function taken(
  { kind, store }: Collection,
  sent: readonly (readonly [string, unknown])[],
  self: Row | undefined,
): readonly Problem[] {
  const [, code] = sent.find(([name]) => name === 'externalCode') ?? [];
  if (kind.entity !== 'Contactperson' || typeof code !== 'string' || isEmpty(code)) return [];
  const others = store.table(kind.entity).where('externalCode', code);
  const message = `ExternalCode ${code} is in use.`;
  return others.every(({ id }) => id === self?.id)
    ? []
    : [{ kind: 'unique', path: 'ExternalCode', message }];
}
