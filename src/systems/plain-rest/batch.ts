import { z } from 'zod';
import type { CreateRequest, WriteOutcome } from '../../sync/port.ts';
import type { Asked, Call } from '../http/call.ts';
import { misshapen, refusal, unusable } from '../http/reasons.ts';
import { filled, nest } from '../nest.ts';
import type { Collection } from './collection.ts';
import { textsAsLines } from './lines.ts';
import { problemWords, recordBody } from './wire.ts';
import { create } from './writes.ts';

/** The most records that the dialect takes in one batch. */
const longest = 100;

const batchBody = z.looseObject({
  items: z.array(
    z.looseObject({
      /** The place in what was sent: items may be answered in any order. */
      index: z.int().nonnegative(),
      status: z.int(),
      record: recordBody.optional(),
      problem: z.unknown().optional(),
    }),
  ),
});

/** Posts records in as few batches as it takes; what an answer does not speak of is unknown. */
export async function createMany(
  collection: Collection,
  requests: readonly CreateRequest[],
): Promise<readonly WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  for (let from = 0; from < requests.length; from += longest) {
    outcomes.push(...(await createBatch(collection, requests.slice(from, from + longest))));
  }
  return outcomes;
}

async function createBatch(
  collection: Collection,
  requests: readonly CreateRequest[],
): Promise<readonly WriteOutcome[]> {
  const { api, path } = collection;
  const text = JSON.stringify(
    requests.map(({ properties }) => textsAsLines(nest(filled(properties)))),
  );
  const body = { type: 'application/json', text };
  const call: Call = { method: 'POST', target: `${path}/batch`, body };
  const asked = { system: api.system, call };
  const answer = await api.send(call);
  const all = (outcome: WriteOutcome): readonly WriteOutcome[] => requests.map(() => outcome);
  // Refused as a whole nothing is stored, and whom it was for only single requests can tell.
  if (answer.kind === 'rejected') return oneByOne(collection, requests);
  // A batch that was throttled half-way has stored its first half: nobody knows how much that is.
  if (answer.kind !== 'answered') return all({ kind: 'unknown', reason: answer.reason });
  const read = batchBody.safeParse(answer.body);
  if (!read.success) {
    return all({ kind: 'unknown', reason: unusable(asked, misshapen(read.error)) });
  }
  const byIndex = Map.groupBy(read.data.items, ({ index }) => index);
  return requests.map((_, index) => outcomeOf(asked, byIndex.get(index) ?? []));
}

async function oneByOne(
  collection: Collection,
  requests: readonly CreateRequest[],
): Promise<readonly WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  for (const { properties } of requests) outcomes.push(await create(collection, properties));
  return outcomes;
}

type Item = z.infer<typeof batchBody>['items'][number];

function outcomeOf(asked: Asked, items: readonly Item[]): WriteOutcome {
  const [item] = items;
  if (item === undefined || items.length > 1) {
    const problem = `answered with ${items.length} outcomes for one of its records`;
    return { kind: 'unknown', reason: unusable(asked, problem) };
  }
  const { status, record, problem } = item;
  if (status >= 200 && status < 300 && record !== undefined) return { kind: 'stored', record };
  if (status >= 400 && status < 500 && status !== 429) {
    const words = problemWords(problem) ?? 'it did not say why';
    return { kind: 'refused', reason: refusal(asked, { status, words }) };
  }
  return { kind: 'unknown', reason: unusable(asked, `answered ${status} for one of its records`) };
}
