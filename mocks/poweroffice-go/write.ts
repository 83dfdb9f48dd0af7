import type { Entity } from '../contract/contract.ts';
import type { Answer } from '../http/answer.ts';
import { parsed } from '../http/json-text.ts';
import { isObject, leaves } from '../http/paths.ts';
import type { Call } from '../http/route.ts';
import { rowIn, rowOf } from '../people/desk.ts';
import { isIn, type Parent, placeOf, type Resource, rowsFor } from './resource.ts';

/** What a POST asks for: the record that it addresses, if any, and the properties that it sends. */
export interface Posted {
  readonly id: string | undefined;
  readonly sent: readonly (readonly [string, unknown])[];
}

/** Create or update by POST: an id in the body means update, and an update is a merge (`apis.md 1.9`). */
export function postAnswer(resource: Resource, call: Call, parent?: Parent): Answer {
  const { store, table, view, envelope } = resource;
  if (!/^application\/json\b/i.test(call.headers.get('content-type') ?? '')) {
    return envelope.failure(415);
  }
  const posted = readPosted(table.entity, call.body);
  if (!posted) return envelope.failure(400);
  const place = placeOf(store, parent, call);
  if (!place.found) return envelope.refused('NotFound', place.missing);
  const entity = table.entity.name;
  const { sent, id } = posted;
  if (id === undefined) {
    const written = store.create({ entity, sent, given: place.given, by: call.by });
    return written.ok ? envelope.one(view.json(written.row)) : envelope.invalid(written.problems);
  }
  const row = rowOf(store, entity, id);
  if (!row && isOtherParty(resource, id)) {
    const written = store.create({ entity, sent, by: call.by, id: Number(id) });
    return written.ok ? envelope.one(view.json(written.row)) : envelope.invalid(written.problems);
  }
  if (!row || !isIn(place.given, row)) return notFound(resource, id);
  const written = store.update({ entity, row, sent, by: call.by });
  return written.ok ? envelope.one(view.json(written.row)) : envelope.invalid(written.problems);
}

/** A party that is customer and supplier has one id (`apis.md 2.4`). */
const otherParty: Readonly<Record<string, string>> = { Customer: 'Supplier', Supplier: 'Customer' };

function isOtherParty({ store, table }: Resource, id: string): boolean {
  const other = otherParty[table.entity.name];
  return other !== undefined && rowOf(store, other, id) !== undefined;
}

/** Deletes a record that nothing depends on (`apis.md S25`). */
export function deleteAnswer(resource: Resource, call: Call, parent?: Parent): Answer {
  const { store, table, envelope } = resource;
  const id = call.params['id'] ?? '';
  const place = placeOf(store, parent, call);
  const row = rowOf(store, table.entity.name, id);
  if (!row || !place.found || !isIn(place.given, row)) return notFound(resource, id);
  const held = store.remove(table.entity.name, row, call.by);
  return held === undefined ? envelope.deleted() : envelope.refused('ApiBusinessRule', held);
}

/** One record, below the right parent where the route has one. */
export function oneAnswer(resource: Resource, call: Call, parent?: Parent): Answer {
  const { store, view, envelope } = resource;
  const id = call.params['id'] ?? '';
  const place = placeOf(store, parent, call);
  const row = rowIn(rowsFor(resource, call), id);
  if (!row || !place.found || !isIn(place.given, row)) return notFound(resource, id);
  return envelope.one(view.json(row));
}

/**
 * Reads a body: names in any casing; unknown and read-only ones are ignored, and so is `null`.
 * `undefined` where it is no JSON object.
 */
export function readPosted(entity: Entity, body: string): Posted | undefined {
  const object = parsed(body);
  if (!isObject(object)) return undefined;
  const known = leaves(object).flatMap(([path, value]): readonly (readonly [string, unknown])[] => {
    const property = entity.folded.get(path.toLowerCase());
    return property === undefined || value === null ? [] : [[property.name, value]];
  });
  const [, id] = known.find(([name]) => name === 'id') ?? [];
  const sent = known.filter(([name]) => !entity.properties.get(name)?.readOnly);
  return { id: id === undefined ? undefined : String(id), sent };
}

function notFound({ table, envelope }: Resource, id: string): Answer {
  return envelope.refused('NotFound', `There is no ${table.entity.name} with id ${id}.`);
}
