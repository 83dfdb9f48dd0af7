import { z } from 'zod';
import { act, inWords } from '../people/act.ts';
import { aim } from './aim.ts';
import { concerns, type Force } from './force.ts';

/**
 * F13: content changes without its stamp, or a stamp without content. With `acts` the system does so by
 * itself before a request that the aim fits; without, every change of the records meant leaves the stamp.
 */
export const silentChange = z.strictObject({
  code: z.literal('F13'),
  ...aim,
  /** Acts `rewrite` (content alone) and `touch` (stamp alone) are those that are silent. */
  acts: z.array(act).readonly().optional(),
});

/** Changes by stealth. */
export function changeSilently(rule: z.infer<typeof silentChange>): Force {
  const { acts } = rule;
  if (acts !== undefined) {
    return {
      onRequests: {
        aim: rule,
        strike: ({ site, handling, next, say }) => {
          for (const each of acts) say(`F13: ${inWords(each, site.act(each))}`);
          return next(handling);
        },
      },
    };
  }
  return {
    fate: ({ system, entity, id }) => {
      const meant = concerns(rule.system, system) && concerns(rule.entity, entity);
      if (!meant || !concerns(rule.id, id)) return undefined;
      return { fate: { silent: true }, words: `F13: the stamp of ${entity} ${id} stayed` };
    },
  };
}
