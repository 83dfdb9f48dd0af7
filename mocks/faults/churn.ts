import { z } from 'zod';
import { type Dice, seededDice, shuffled } from '../dice.ts';
import type { Answer } from '../http/answer.ts';
import { act, inWords } from '../people/act.ts';
import { aim } from './aim.ts';
import { concerns, type Force } from './force.ts';
import { listIn, withList } from './records.ts';
import type { Moment } from './site.ts';

/** F10: what is listed moves while it is listed. Falls on lists only. */
export const churn = z.strictObject({
  code: z.literal('F10'),
  ...aim,
  /** What somebody does before the page is read. */
  acts: z.array(act).readonly().optional(),
  /** The rows of the page come in another order, drawn from `seed`. */
  reorder: z.boolean().optional(),
  /** The last row of the page before comes again as the first. */
  twice: z.boolean().optional(),
});

/** Acts, then shows the page, reordered or with a row that was shown before. */
export function churnPages(rule: z.infer<typeof churn>): Force {
  const dice = seededDice(rule.seed ?? 1);
  let before: unknown;
  const shown = (moment: Moment): Answer => {
    const answer = moment.next(moment.handling);
    if (concerns(rule.system, moment.site.system) && concerns(rule.entity, moment.site.entity)) {
      before = goesOn(answer, moment)
        ? listIn(answer, moment.site.records)?.rows.at(-1)
        : undefined;
    }
    return answer;
  };
  return {
    onRequests: {
      aim: rule,
      falls: (site) => site.read() === 'list' || site.read() === 'search',
      strike: (moment) => {
        for (const each of rule.acts ?? []) {
          moment.say(`F10: ${inWords(each, moment.site.act(each))}`);
        }
        const repeated = rule.twice && before !== undefined ? [before] : [];
        const answer = rule.twice ? repeatedFirst(shown(moment), moment, repeated) : shown(moment);
        return rule.reorder ? reordered(answer, moment, dice) : answer;
      },
      otherwise: shown,
    },
  };
}

/** Whether there are further pages after this one. */
function goesOn(answer: Answer, { site }: Moment): boolean {
  const list = listIn(answer, site.records);
  if (list === undefined) return false;
  const { next, count } = site.records;
  if (next !== undefined) return list.around[next] !== undefined;
  return count !== undefined && Number(list.around[count]) > list.rows.length;
}

function repeatedFirst(answer: Answer, { site, say }: Moment, rows: readonly unknown[]): Answer {
  const list = listIn(answer, site.records);
  if (!list || rows.length === 0) return answer;
  say('F10: the last row of the page before came again');
  return withList(answer, site.records, { ...list, rows: [...rows, ...list.rows] });
}

function reordered(answer: Answer, { site, say }: Moment, dice: Dice): Answer {
  const list = listIn(answer, site.records);
  if (!list) return answer;
  say('F10: rows in another order');
  return withList(answer, site.records, { ...list, rows: shuffled(list.rows, dice) });
}
