import type { EntityPort, WriteOutcome } from '../../sync/port.ts';
import type { RecordRef } from '../../sync/record.ts';
import type { Properties } from '../../value.ts';
import type { Call } from '../http/call.ts';
import { encodeText } from '../http/query.ts';
import { misshapen, unusable } from '../http/reasons.ts';
import { filled, nest } from '../nest.ts';
import { ask } from './envelope.ts';
import type { GoKind } from './kinds.ts';
import type { Source } from './pages.ts';
import { envelopes } from './rows.ts';

/** `rawJSON` is not yet in TypeScript's library; Node has it since 21. It keeps all digits of an id. */
const { rawJSON } = JSON as typeof JSON & { rawJSON(text: string): object };

/** Posts a new record, below its parent where the kind has one. Empty properties are left out. */
export async function create(
  source: Source,
  { properties, parent }: { readonly properties: Properties; readonly parent?: string },
): Promise<WriteOutcome> {
  const { system } = source.api;
  const target = writeTarget(source.kind, parent);
  if (target === undefined) {
    return { kind: 'refused', reason: `${system} creates such a record only below its parent` };
  }
  const sent = filled(properties);
  // With an id the same request would change the record that has it (apis.md 1.9).
  if ('id' in sent) return { kind: 'refused', reason: `${system} chooses the id of a new record` };
  return save(source, { target, text: JSON.stringify(nest(sent)), parent });
}

interface Readable extends Source {
  readonly read: EntityPort['read'];
}

/**
 * Posts the changed properties with the record's id. An empty text is sent to empty a property:
 * `null` most likely leaves it alone (assumed; apis.md 1.9). What an unknown id is answered with
 * is not known either, so after a refusal a second look tells whether the record is gone.
 */
export async function update(
  source: Readable,
  { ref, properties }: { readonly ref: RecordRef; readonly properties: Properties },
): Promise<WriteOutcome> {
  if (!/^\d+$/.test(ref.id)) return { kind: 'gone' };
  const parent = ref.parent ?? (await parentOf(source, ref));
  const target = writeTarget(source.kind, parent);
  if (target === undefined) {
    const reason = `${source.api.system} did nothing: the parent of ${ref.id} was not found`;
    return { kind: 'failed', reason };
  }
  const emptied = Object.entries(properties).map(([name, value]) => [name, value ?? '']);
  const body = { ...nest(Object.fromEntries(emptied)), id: rawJSON(ref.id) };
  const outcome = await save(source, { target, text: JSON.stringify(body), parent, id: ref.id });
  return outcome.kind === 'refused' && (await isGone(source, ref)) ? { kind: 'gone' } : outcome;
}

async function parentOf({ kind, read }: Readable, ref: RecordRef): Promise<string | undefined> {
  if (typeof kind.written === 'string') return undefined;
  return (await read(ref).catch(() => undefined))?.parent;
}

async function isGone({ read }: Readable, ref: RecordRef): Promise<boolean> {
  return read(ref).then(
    (record) => record === undefined,
    () => false,
  );
}

function writeTarget({ written }: GoKind, parent: string | undefined): string | undefined {
  if (typeof written === 'string') return written;
  return parent === undefined ? undefined : written.join(encodeText(parent));
}

interface Save {
  readonly target: string;
  readonly text: string;
  readonly parent: string | undefined;
  /** The record that the answer must be, where it is not a new one. */
  readonly id?: string;
}

async function save({ api, kind }: Source, sent: Save): Promise<WriteOutcome> {
  const { target, text, parent, id } = sent;
  const body = { type: 'application/json; charset=utf-8', text };
  const call: Call = { method: 'POST', target, body };
  const result = await ask(api, call);
  if (result.kind !== 'data') return result;
  const saved = envelopes(kind).one.safeParse(result.envelope);
  const odd = (problem: string): WriteOutcome => ({
    kind: 'unknown',
    reason: unusable({ system: api.system, call }, problem),
  });
  if (!saved.success) return odd(misshapen(saved.error));
  const record = saved.data.data;
  if (id !== undefined && record.id !== id) return odd('answered with another record');
  return { kind: 'stored', record: parent === undefined ? record : { ...record, parent } };
}
