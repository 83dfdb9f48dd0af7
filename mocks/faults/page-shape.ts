import { z } from 'zod';
import type { Answer } from '../http/answer.ts';
import { aim } from './aim.ts';
import type { Force } from './force.ts';
import { listIn, type RecordsAt, withList } from './records.ts';
import type { Moment } from './site.ts';

/** F9: pages of another shape than asked for. Falls on lists only. */
export const pageShape = z.strictObject({
  code: z.literal('F9'),
  ...aim,
  /**
   * `cap`: at most `rows` a page, whatever was asked, and the rest on later pages; `empty`: no rows,
   * though the page goes on; `repeat`: the page that was answered right before, once more; `expired`: the
   * place in the list is known no more; `fail`: more than `rows` rows are refused; `cut`: they are cut
   * without a word.
   */
  how: z.enum(['cap', 'empty', 'repeat', 'expired', 'fail', 'cut']),
  rows: z.int().min(0).optional(),
});

type PageShape = z.infer<typeof pageShape>;

/** How long a page is shown once more, in milliseconds: no longer than replicas lag, or it would be another listing's. */
const longestMemory = 5000;

/** Shapes the page; `cap`, `fail` and `cut` last unless the rule says how long. */
export function reshape(rule: PageShape): Force {
  let last: { readonly answer: Answer; readonly at: number } | undefined;
  const remembering = (moment: Moment): Answer => {
    const answer = moment.next(moment.handling);
    if (moment.site.entity === (rule.entity ?? moment.site.entity) && isList(moment))
      last = { answer, at: moment.site.now() };
    return answer;
  };
  return {
    onRequests: {
      aim: rule,
      falls: (site) => site.read() === 'list' || site.read() === 'search',
      lasting: rule.how === 'cap' || rule.how === 'fail' || rule.how === 'cut',
      strike: (moment) => {
        moment.say(`F9: page shape ${rule.how}${rule.rows === undefined ? '' : ` ${rule.rows}`}`);
        if (rule.how === 'repeat') {
          const since = last === undefined ? Number.POSITIVE_INFINITY : moment.site.now() - last.at;
          return last !== undefined && since <= longestMemory ? last.answer : remembering(moment);
        }
        return shapes[rule.how](moment, rule.rows ?? 0);
      },
      ...(rule.how === 'repeat' ? { otherwise: remembering } : {}),
    },
  };
}

function isList({ site }: Moment): boolean {
  return site.read() === 'list' || site.read() === 'search';
}

type Shaping = (moment: Moment, rows: number) => Answer;

const shapes: Readonly<Record<Exclude<PageShape['how'], 'repeat'>, Shaping>> = {
  cap: ({ site, handling, next }, rows) =>
    next({ ...handling, url: capped(handling.url, site.records, rows) }),
  empty: ({ site, handling, next }) => {
    const answer = next(handling);
    const list = listIn(answer, site.records);
    if (!list) return answer;
    const { next: onward } = site.records;
    const around = onward === undefined ? {} : { [onward]: handling.url.href };
    return withList(answer, site.records, { rows: [], around: { ...list.around, ...around } });
  },
  expired: ({ site }) => site.refusal('The place in the list has expired.'),
  fail: ({ site, handling, next }, rows) => {
    const answer = next(handling);
    const tooMany = (listIn(answer, site.records)?.rows.length ?? 0) > rows;
    return tooMany ? site.refusal(`The answer has more than ${rows} rows.`) : answer;
  },
  cut: ({ site, handling, next }, rows) => {
    const answer = next(handling);
    const list = listIn(answer, site.records);
    if (!list || list.rows.length <= rows) return answer;
    const { count, next: onward } = site.records;
    const around = { ...list.around, ...(count === undefined ? {} : { [count]: rows }) };
    if (onward !== undefined) delete around[onward];
    return withList(answer, site.records, { rows: list.rows.slice(0, rows), around });
  },
};

function capped(url: URL, { pageSize }: RecordsAt, rows: number): URL {
  const name = pageSize.find((each) => url.searchParams.has(each)) ?? pageSize[0] ?? '';
  const asked = url.searchParams.get(name);
  const changed = new URL(url);
  const length = asked === null ? rows : Math.min(Number(asked), rows);
  if (Number.isFinite(length)) changed.searchParams.set(name, String(length));
  return changed;
}
