import type { Entity } from '../contract/contract.ts';
import type { Answer } from '../http/answer.ts';
import { parsed } from '../http/json-text.ts';
import { isObject, leaves } from '../http/paths.ts';
import type { Call } from '../http/route.ts';
import { problem } from './problem.ts';

/** What a body sends, by dotted path, or the answer that refuses it. */
export type SentBody =
  | { readonly sent: readonly (readonly [string, unknown])[] }
  | { readonly refused: Answer };

/** Reads a JSON object of the given media type; `null` for a nested object empties all that is in it. */
export function readBody(call: Call, entity: Entity, mediaType: string): SentBody {
  const read = readJson(call, mediaType);
  if ('refused' in read) return read;
  if (!isObject(read.json)) return { refused: problem(400, 'The body must be a JSON object.') };
  return { sent: leaves(read.json).flatMap((leaf) => spread(entity, leaf)) };
}

/** Reads a body of the given media type as JSON; `undefined` where it is none. */
export function readJson(
  call: Call,
  mediaType: string,
): { readonly json: unknown } | { readonly refused: Answer } {
  const contentType = call.headers.get('content-type') ?? '';
  const fits = contentType.split(';')[0]?.trim().toLowerCase() === mediaType;
  if (!fits) return { refused: problem(415, `The body must be ${mediaType}.`) };
  return { json: parsed(call.body) };
}

function spread(
  entity: Entity,
  [path, value]: readonly [string, unknown],
): readonly (readonly [string, unknown])[] {
  if (value !== null || entity.properties.has(path)) return [[path, value]];
  const inside = [...entity.properties.keys()].filter((name) => name.startsWith(`${path}.`));
  return inside.length === 0 ? [[path, value]] : inside.map((name) => [name, null]);
}
