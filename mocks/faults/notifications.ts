import { z } from 'zod';
import type { Answer } from '../http/answer.ts';
import { isObject, type Nested } from '../http/paths.ts';
import { aim } from './aim.ts';
import type { Force } from './force.ts';
import { listIn, withList } from './records.ts';
import type { Moment, Site } from './site.ts';

/**
 * F19: what has changed is told otherwise than it happened. Falls on notifications only, and lasts
 * unless it says how long. Told before it is readable: F1 or F12 beside it. The caller's own writes
 * are told of always.
 */
export const notifications = z.strictObject({
  code: z.literal('F19'),
  ...aim,
  /**
   * `lost`: never told; `doubled`: told twice; `reordered`: latest first; `delayed`: told `ms` later;
   * `thin`: without the record but for the properties `keep`, or without any of it.
   */
  how: z.enum(['lost', 'doubled', 'reordered', 'delayed', 'thin']),
  /** The records concerned; all without it. */
  ids: z.array(z.string()).readonly().optional(),
  /** Milliseconds. */
  ms: z.int().positive().optional(),
  /** Top-level properties of the record that stay. */
  keep: z.array(z.string()).readonly().optional(),
});

type Notifications = z.infer<typeof notifications>;

/** Tells otherwise. */
export function misnotify(rule: Notifications): Force {
  if (rule.how === 'delayed') return delay(rule);
  const change = changes[rule.how];
  return {
    onRequests: {
      aim: rule,
      falls: ({ notices }) => notices,
      lasting: true,
      strike: (moment) => told(moment, rule, (rows) => change(rows, rule)),
    },
  };
}

/** What was held back comes with a later answer, whether or not that one is hit too. */
function delay(rule: Notifications): Force {
  let held: readonly { readonly row: Nested; readonly until: number; readonly at: string }[] = [];
  const released = ({ site }: Moment): readonly Nested[] => {
    const due = held.filter(({ until, at }) => until <= site.now() && at === placeOf(site));
    held = held.filter((each) => !due.includes(each));
    return due.map(({ row }) => row);
  };
  return {
    onRequests: {
      aim: rule,
      falls: ({ notices }) => notices,
      lasting: true,
      strike: (moment) =>
        told(moment, rule, (rows) => {
          const due = released(moment);
          const at = placeOf(moment.site);
          const until = moment.site.now() + (rule.ms ?? 60_000);
          const late = rows.filter((row) => concerned(rule, row));
          held = [...held, ...late.map((row) => ({ row, until, at }))];
          return [...rows.filter((row) => !concerned(rule, row)), ...due];
        }),
      otherwise: (moment) =>
        moment.site.notices
          ? told(moment, rule, (rows) => [...rows, ...released(moment)])
          : moment.next(moment.handling),
    },
  };
}

/** Whose records are told of. */
function placeOf({ system, entity }: Site): string {
  return `${system} ${entity}`;
}

/** The answer with other notifications in it. */
function told(
  { site, handling, next, say }: Moment,
  { how }: Notifications,
  change: (rows: readonly Nested[]) => readonly Nested[],
): Answer {
  const answer = next(handling);
  const list = listIn(answer, site.records);
  if (!list) return answer;
  const rows = change(list.rows.filter(isObject));
  if (JSON.stringify(rows) === JSON.stringify(list.rows)) return answer;
  say(`F19: notifications ${how}`);
  return withList(answer, site.records, { ...list, rows });
}

type Change = (rows: readonly Nested[], rule: Notifications) => readonly Nested[];

const changes: Readonly<Record<Exclude<Notifications['how'], 'delayed'>, Change>> = {
  lost: (rows, rule) => rows.filter((row) => !concerned(rule, row)),
  doubled: (rows, rule) => rows.flatMap((row) => (concerned(rule, row) ? [row, row] : [row])),
  reordered: (rows) => rows.toReversed(),
  thin: (rows, rule) => rows.map((row) => (concerned(rule, row) ? thinned(rule, row) : row)),
};

function concerned({ ids }: Notifications, { id }: Nested): boolean {
  return ids === undefined || ids.includes(String(id));
}

function thinned({ keep }: Notifications, { record, ...head }: Nested): Nested {
  if (keep === undefined || !isObject(record)) return head;
  const kept = Object.entries(record).filter(([name]) => keep.includes(name));
  return { ...head, record: Object.fromEntries(kept) };
}
