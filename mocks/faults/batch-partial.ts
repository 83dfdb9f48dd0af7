import { z } from 'zod';
import type { Answer } from '../http/answer.ts';
import { parsed } from '../http/json-text.ts';
import { isObject } from '../http/paths.ts';
import { aim } from './aim.ts';
import type { Force } from './force.ts';
import { listIn, withList } from './records.ts';
import type { Moment } from './site.ts';

/** F18: of several records in one request only some are made. Falls on batches only. */
export const batchPartial = z.strictObject({
  code: z.literal('F18'),
  ...aim,
  /** Places in the batch, from 0, of records that are refused although they are right. */
  refused: z.array(z.int().min(0)).readonly().optional(),
  /** Only so many records from the front are made, and the answer speaks of none. */
  cut: z.strictObject({ after: z.int().min(0), answer: z.literal([429, 503]) }).optional(),
  /** The outcomes come in the opposite order. */
  reversed: z.boolean().optional(),
  /** The refusals' own words. */
  message: z.string().optional(),
});

type BatchPartial = z.infer<typeof batchPartial>;

/** Lets only a part of a batch through. */
export function splitBatch(rule: BatchPartial): Force {
  const { refused = [], cut, reversed = false } = rule;
  return {
    onRequests: {
      aim: rule,
      falls: ({ mutating, body }) => mutating && Array.isArray(parsed(body)),
      strike: (moment) => {
        const { site, handling, next, say } = moment;
        const sent: unknown = parsed(site.body);
        const places = (Array.isArray(sent) ? [...sent.keys()] : []).filter(
          (at) => at < (cut?.after ?? Number.POSITIVE_INFINITY) && !refused.includes(at),
        );
        const kept = places.map((at) => (Array.isArray(sent) ? sent[at] : undefined));
        const answer = next({ ...handling, body: JSON.stringify(kept) });
        say(
          `F18: ${places.length} records of the batch let through${reversed ? ', reversed' : ''}`,
        );
        if (cut !== undefined) return site.failure(cut.answer);
        return told(moment, answer, { rule, places });
      },
    },
  };
}

interface Split {
  readonly rule: BatchPartial;
  /** Of the records that were let through, among all that were sent. */
  readonly places: readonly number[];
}

/** The answer as if the whole batch had been looked at. */
function told({ site }: Moment, answer: Answer, { rule, places }: Split): Answer {
  const list = listIn(answer, site.records);
  if (!list) return answer;
  const done = list.rows.filter(isObject).map((row) => ({
    ...row,
    index: places[Number(row['index'])] ?? 0,
  }));
  const { refused = [], reversed = false, message = 'The record is not accepted.' } = rule;
  const problem: unknown = parsed(site.refusal(message).body);
  const turnedAway = refused.map((index) => ({ index, status: 422, problem }));
  const rows = [...done, ...turnedAway].sort((a, b) => a.index - b.index);
  return withList(answer, site.records, { ...list, rows: reversed ? rows.reverse() : rows });
}
