import { z } from 'zod';
import { concerns, type Force } from './force.ts';

/** F12: changes of records keep their stamp and are shown to readers only later. Lasts unless `times` says how long. */
export const lateVisibility = z.strictObject({
  code: z.literal('F12'),
  system: z.string().optional(),
  entity: z.string().optional(),
  id: z.string().optional(),
  /** The first change that is shown late, from 1 (default 1). */
  nth: z.int().positive().optional(),
  times: z.int().positive().optional(),
  /** Milliseconds until readers see it. */
  ms: z.int().positive(),
});

/** Hides changes for a while. */
export function showLate(rule: z.infer<typeof lateVisibility>): Force {
  const { nth = 1, times = Number.POSITIVE_INFINITY, ms } = rule;
  let seen = 0;
  return {
    fate: ({ system, entity, id }) => {
      const meant = concerns(rule.system, system) && concerns(rule.entity, entity);
      if (!meant || !concerns(rule.id, id)) return undefined;
      seen += 1;
      if (seen < nth || seen >= nth + times) return undefined;
      return { fate: { hiddenFor: ms }, words: `F12: ${entity} ${id} shown ${ms} ms late` };
    },
  };
}
