import { z } from 'zod';
import type { Answer } from '../http/answer.ts';
import { type Act, act, inWords } from '../people/act.ts';
import { aim } from './aim.ts';
import type { Force } from './force.ts';
import type { Moment } from './site.ts';

/** F17: a record ends, comes back or becomes another. */
export const lifecycle = z.strictObject({
  code: z.literal('F17'),
  ...aim,
  /**
   * What happens before the request, in order: an archive is an `edit`, a duplicate a `create`, and
   * `delete`, `revive`, `erase` and `reuse-id` are what they say.
   */
  acts: z.array(act).readonly().optional(),
  /** The record `id` is merged `into` another; afterwards requests for it are 404, sent on, or answered with the other. */
  merge: z
    .strictObject({
      entity: z.string(),
      id: z.string(),
      into: z.string(),
      shows: z.enum(['gone', 'redirect', 'alias']),
    })
    .optional(),
});

type Lifecycle = z.infer<typeof lifecycle>;

/** Ends or moves records before the request, and answers for merged ones from then on. */
export function liveAndDie(rule: Lifecycle): Force {
  const { merge } = rule;
  let merged = false;
  const onward = (moment: Moment): Answer => {
    const { site, handling, next } = moment;
    const meant = merged && merge && site.entity === merge.entity && site.addressed() === merge.id;
    return meant ? forwarded(moment, merge) : next(handling);
  };
  return {
    onRequests: {
      aim: rule,
      strike: (moment) => {
        const { site, say } = moment;
        for (const each of actsOf(rule)) say(`F17: ${inWords(each, site.act(each))}`);
        merged = true;
        return onward(moment);
      },
      otherwise: onward,
    },
  };
}

function actsOf({ acts = [], merge }: Lifecycle): readonly Act[] {
  if (!merge) return acts;
  const { entity, id } = merge;
  return [...acts, { do: 'delete', entity, id }];
}

function forwarded({ site, handling, next, say }: Moment, merge: NonNullable<Lifecycle['merge']>) {
  if (merge.shows === 'gone') return next(handling);
  const { id, into } = merge;
  const url = new URL(handling.url);
  url.pathname = url.pathname.replace(new RegExp(`/${id}(/?)$`), `/${into}$1`);
  say(`F17: ${merge.entity} ${id} is now ${into} (${merge.shows})`);
  if (merge.shows === 'alias') return next({ ...handling, url });
  return { ...site.failure(301), headers: { location: url.href }, body: '' };
}
