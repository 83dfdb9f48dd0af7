import { SyncproofError } from '../../errors.ts';
import type { EntityPort } from '../../sync/port.ts';
import type { RecordRef, RemoteRecord } from '../../sync/record.ts';
import { collect } from '../collect.ts';
import type { Call } from '../http/call.ts';
import { misshapen, unusable } from '../http/reasons.ts';
import { lookedUp } from '../lookup.ts';
import { bodyOf, isAbsent } from './answers.ts';
import { createMany } from './batch.ts';
import { type Collection, recordPath } from './collection.ts';
import { pages } from './pages.ts';
import { deleted, notified } from './pointers.ts';
import { recordBody } from './wire.ts';
import { create, update } from './writes.ts';

/** What a system can do beyond the five operations of its collections. */
export type PlainRestOffer = 'batches' | 'notifications' | 'tombstones' | 'archives';

/** A collection as the engine reaches it. */
export function collectionPort(
  collection: Collection,
  offers: ReadonlySet<PlainRestOffer> = new Set(),
): EntityPort {
  return {
    ...(offers.has('batches')
      ? { createMany: (requests) => createMany(collection, requests) }
      : {}),
    ...(offers.has('notifications') ? { notified: notified(collection) } : {}),
    ...(offers.has('tombstones') ? { deleted: deleted(collection) } : {}),
    stamped: true,
    list: (since) =>
      pages(
        collection,
        since === undefined ? [] : [['modifiedSince', new Date(since).toISOString()]],
      ),
    read: (ref) => read(collection, ref),
    find: async (by) => {
      const value = lookedUp(by);
      return value === undefined ? [] : find(collection, [by.property, `${value}`]);
    },
    create: ({ properties }) => create(collection, properties),
    update: (request) => update(collection, request),
  };
}

async function read(collection: Collection, ref: RecordRef): Promise<RemoteRecord | undefined> {
  const { api } = collection;
  const call: Call = { method: 'GET', target: recordPath(collection, ref.id) };
  const answer = await api.send(call);
  if (isAbsent(answer)) return undefined;
  const asked = { system: api.system, call };
  const body = recordBody.safeParse(bodyOf(asked, answer));
  if (body.success && body.data.id === ref.id) return body.data;
  const problem = body.success ? 'answered with another record' : misshapen(body.error);
  throw new SyncproofError('answer', unusable(asked, problem));
}

/** Parameters that steer the list, and so can never be properties to find by. */
const steering = new Set(['limit', 'cursor', 'modifiedSince']);

async function find(
  collection: Collection,
  by: readonly [property: string, value: string],
): Promise<readonly RemoteRecord[]> {
  if (steering.has(by[0])) {
    const problem = `Records cannot be found by ${by[0]}: the API takes it for a list parameter`;
    throw new SyncproofError('settings', `${problem}; name another property`);
  }
  const records = await collect(pages(collection, [by]));
  // A list in which rows moved is read again, and then shows some of them twice.
  return [...new Map(records.map((record) => [record.id, record])).values()];
}
