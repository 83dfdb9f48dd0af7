import { z } from 'zod';
import { SyncproofError } from '../../errors.ts';
import type { EntityPort, Pointer } from '../../sync/port.ts';
import type { Call } from '../http/call.ts';
import { queryString } from '../http/query.ts';
import { misshapen, unusable } from '../http/reasons.ts';
import { bodyOf } from './answers.ts';
import type { Collection } from './collection.ts';
import { recordBody, recordId } from './wire.ts';

const changesBody = z.looseObject({
  items: z.array(
    z.looseObject({ id: recordId, kind: z.string().optional(), record: recordBody.optional() }),
  ),
  /** Where the next question begins. */
  next: z.int().nonnegative(),
});

const deletedBody = z.looseObject({
  items: z.array(z.looseObject({ id: recordId })),
  /** The system's own time of the answer: where the next question begins. */
  until: z.iso.datetime({ offset: true }),
});

/**
 * Asks what has changed since it last asked. Where the telling stands is remembered for as long as
 * the client lives: what was missed before, lists find.
 */
export function notified(collection: Collection): NonNullable<EntityPort['notified']> {
  let after: number | undefined;
  return async () => {
    const query = after === undefined ? '' : queryString([['after', `${after}`]]);
    const told = await ask({ collection, rest: `changes${query}`, schema: changesBody });
    after = told === 'expired' ? undefined : told.next;
    return told === 'expired' ? [] : told.items.map(pointer);
  };
}

function pointer({ id, kind, record }: z.infer<typeof changesBody>['items'][number]): Pointer {
  if (kind === 'deleted') return { id, gone: true };
  return record === undefined ? { id } : { id, told: record };
}

/**
 * Asks what was deleted since it last asked, the first time since the time given: in a system where
 * nothing is edited any more that time would soon be forgotten.
 */
export function deleted(collection: Collection): NonNullable<EntityPort['deleted']> {
  let until: string | undefined;
  const told = async (since?: string): Promise<z.infer<typeof deletedBody> | 'expired'> => {
    const query = since === undefined ? '' : queryString([['since', since]]);
    return ask({ collection, rest: `deleted${query}`, schema: deletedBody });
  };
  return async (since) => {
    const answer = await told(until ?? new Date(since).toISOString());
    // Without a time it tells only from where on to ask, which must be known before all is listed.
    const now = answer === 'expired' ? await told() : answer;
    until = now === 'expired' ? undefined : now.until;
    return answer === 'expired' ? answer : answer.items.map(({ id }) => ({ id, gone: true }));
  };
}

interface Question<T> {
  readonly collection: Collection;
  /** What follows the collection's path. */
  readonly rest: string;
  readonly schema: z.ZodType<T>;
}

/** 410 says that what was asked for is no longer remembered. */
async function ask<T>({ collection, rest, schema }: Question<T>): Promise<T | 'expired'> {
  const { api, path } = collection;
  const call: Call = { method: 'GET', target: `${path}/${rest}` };
  const asked = { system: api.system, call };
  const answer = await api.send(call);
  if (answer.kind === 'rejected' && answer.status === 410) return 'expired';
  const read = schema.safeParse(bodyOf(asked, answer));
  if (read.success) return read.data;
  throw new SyncproofError('answer', unusable(asked, misshapen(read.error)));
}
