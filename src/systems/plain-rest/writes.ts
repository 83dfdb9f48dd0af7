import type { WriteOutcome } from '../../sync/port.ts';
import type { RecordRef } from '../../sync/record.ts';
import type { Properties } from '../../value.ts';
import type { Call } from '../http/call.ts';
import type { ApiClient } from '../http/client.ts';
import { misshapen, unusable } from '../http/reasons.ts';
import { filled, nest } from '../nest.ts';
import { isAbsent, rejection } from './answers.ts';
import { type Collection, recordPath } from './collection.ts';
import { textsAsLines } from './lines.ts';
import { recordBody } from './wire.ts';

/** Posts one record; empty properties are left out. */
export function create({ api, path }: Collection, properties: Properties): Promise<WriteOutcome> {
  const text = JSON.stringify(textsAsLines(nest(filled(properties))));
  const call: Call = { method: 'POST', target: path, body: { type: 'application/json', text } };
  return save(api, { call });
}

/** Patches one record with a JSON merge patch (RFC 7396): `null` empties, absent leaves alone. */
export function update(
  collection: Collection,
  { ref, properties }: { readonly ref: RecordRef; readonly properties: Properties },
): Promise<WriteOutcome> {
  const { api } = collection;
  const text = JSON.stringify(textsAsLines(nest(properties)));
  const body = { type: 'application/merge-patch+json', text };
  const call: Call = { method: 'PATCH', target: recordPath(collection, ref.id), body };
  return save(api, { call, id: ref.id });
}

/** With an `id`, the answer must be that record, and its absence means that it is gone. */
async function save(
  api: ApiClient,
  { call, id }: { readonly call: Call; readonly id?: string },
): Promise<WriteOutcome> {
  const asked = { system: api.system, call };
  const answer = await api.send(call);
  if (answer.kind === 'failed' || answer.kind === 'unknown') return answer;
  if (answer.kind === 'rejected') {
    if (id !== undefined && isAbsent(answer)) return { kind: 'gone' };
    return { kind: 'refused', reason: rejection(asked, answer) };
  }
  const stored = recordBody.safeParse(answer.body);
  if (!stored.success) {
    return { kind: 'unknown', reason: unusable(asked, misshapen(stored.error)) };
  }
  if (id !== undefined && stored.data.id !== id) {
    return { kind: 'unknown', reason: unusable(asked, 'answered with another record') };
  }
  return { kind: 'stored', record: stored.data };
}
