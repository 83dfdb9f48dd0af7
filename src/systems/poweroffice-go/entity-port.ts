import type { EntityPort } from '../../sync/port.ts';
import type { RecordRef, RemoteRecord } from '../../sync/record.ts';
import { collect } from '../collect.ts';
import { type Lookup, lookedUp } from '../lookup.ts';
import { changedSince, equalTo } from './filter.ts';
import { pages, type Source } from './pages.ts';
import type { Parents } from './parents.ts';
import { create, update } from './writes.ts';

/** One kind of record, and where its parents are found. */
export interface GoEntity extends Source {
  readonly parents: Parents;
}

/** A kind of record as the engine reaches it. */
export function goEntityPort(entity: GoEntity): EntityPort {
  const { stamped } = entity.kind;
  const readOne = (ref: RecordRef) => read(entity, ref);
  return {
    stamped,
    list: (since) => list(entity, stamped && since !== undefined ? [changedSince(since)] : []),
    read: readOne,
    find: (by) => find(entity, by),
    create: (request) => create(entity, request),
    update: (request) => update({ ...entity, read: readOne }, request),
  };
}

async function* list(
  entity: GoEntity,
  conditions: readonly string[],
): AsyncGenerator<readonly RemoteRecord[]> {
  const addParents = entity.parents();
  for await (const page of pages(entity, conditions)) yield addParents(page);
}

/**
 * By a filter instead of by path: how a path without a record is answered is unknown (apis.md 6),
 * while an empty list is an answer that can only mean one thing.
 */
async function read(entity: GoEntity, { id }: RecordRef): Promise<RemoteRecord | undefined> {
  const found = await find(entity, { property: 'id', value: id });
  return found.find((record) => record.id === id);
}

async function find(entity: GoEntity, by: Lookup): Promise<readonly RemoteRecord[]> {
  const { property } = by;
  const value = lookedUp(by);
  if (value === undefined) return [];
  const kind = entity.kind.literals[property];
  const condition = equalTo({ property, value, kind });
  return condition === undefined ? [] : collect(list(entity, [condition]));
}
