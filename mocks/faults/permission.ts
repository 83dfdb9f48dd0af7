import { z } from 'zod';
import { isObject } from '../http/paths.ts';
import { aim } from './aim.ts';
import type { Force } from './force.ts';
import { listIn, withList } from './records.ts';
import type { Moment } from './site.ts';

/** F8: rights shrink while the rule holds, and grow again after it. Lasts unless it says how long. */
export const permission = z.strictObject({
  code: z.literal('F8'),
  ...aim,
  /** The records that are out of reach; without it the whole endpoint is. */
  ids: z.array(z.string()).readonly().optional(),
  /** What a request for them gets; lists leave such records out without a word. Default 403. */
  answer: z.literal([403, 404]).optional(),
});

type Permission = z.infer<typeof permission>;

/** Refuses what is out of reach, and leaves it out of lists. */
export function withhold(rule: Permission): Force {
  const { ids, answer = 403 } = rule;
  return {
    onRequests: {
      aim: rule,
      lasting: true,
      strike: (moment) => {
        const { site, handling, next, say } = moment;
        const id = site.addressed();
        if (ids === undefined || (id !== undefined && ids.includes(id))) {
          say(`F8: ${answer} for want of rights`);
          return site.failure(answer);
        }
        return site.read() === 'one' || site.mutating ? next(handling) : filtered(moment, ids);
      },
    },
  };
}

function filtered({ site, handling, next, say }: Moment, ids: readonly string[]) {
  const answer = next(handling);
  const list = listIn(answer, site.records);
  if (!list) return answer;
  const rows = list.rows.filter((row) => !isObject(row) || !ids.includes(idOf(row)));
  const lost = list.rows.length - rows.length;
  if (lost === 0) return answer;
  say(`F8: ${lost} rows left out for want of rights`);
  const { count } = site.records;
  const total = count === undefined ? {} : { [count]: Number(list.around[count]) - lost };
  return withList(answer, site.records, { rows, around: { ...list.around, ...total } });
}

function idOf(row: Readonly<Record<string, unknown>>): string {
  return String(row['id'] ?? row['Id']);
}
