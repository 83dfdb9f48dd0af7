import { type Answer, json } from '../http/answer.ts';
import { isObject, leaves } from '../http/paths.ts';
import type { Call, Route } from '../http/route.ts';
import { readJson } from './body.ts';
import type { Collection } from './collection.ts';
import { problem, refusal } from './problem.ts';

/** The most records that one batch may hold. */
const longest = 100;

/** `POST /{collection}/batch`: each record of the list is made, or refused, by itself. */
export function batchRoute(collection: Collection): Route {
  const entity = collection.table.entity.name;
  return {
    method: 'POST',
    path: `${collection.path}/batch`,
    entity,
    kind: 'write',
    handle: (call) => {
      const sent = readJson(call, 'application/json');
      if ('refused' in sent) return sent.refused;
      if (!Array.isArray(sent.json) || sent.json.length > longest) {
        return problem(400, `The body must be a list of at most ${longest} records.`);
      }
      return batchAnswer(
        sent.json.map((record, index) => made({ collection, call, record, index })),
      );
    },
  };
}

/** What became of one record of a batch. */
interface Item {
  /** As JSON text, and the same without its record, which was held against its own contract. */
  readonly text: string;
  readonly frame: string;
  readonly stored: boolean;
}

interface Sent {
  readonly collection: Collection;
  readonly call: Call;
  readonly record: unknown;
  readonly index: number;
}

function made({ collection, call, record, index }: Sent): Item {
  const { store, table, view } = collection;
  if (!isObject(record)) return refused(index, problem(400, 'The record must be a JSON object.'));
  const entity = table.entity.name;
  const written = store.create({ entity, sent: leaves(record), by: call.by });
  if (!written.ok) return refused(index, refusal(written.problems));
  const head = `{"index":${index},"status":201`;
  return { stored: true, text: `${head},"record":${view.json(written.row)}}`, frame: `${head}}` };
}

function refused(index: number, { status, body }: Answer): Item {
  const text = `{"index":${index},"status":${status},"problem":${body}}`;
  return { stored: false, text, frame: text };
}

function batchAnswer(items: readonly Item[]): Answer {
  const listOf = (texts: readonly string[]): string => `{"items":[${texts.join(',')}]}`;
  const answer = json(207, listOf(items.map(({ text }) => text)));
  const frame = listOf(items.map((item) => item.frame));
  return { ...answer, frame, refused: items.every(({ stored }) => !stored) };
}
