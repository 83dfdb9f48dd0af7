import { z } from 'zod';
import { inWords } from '../people/act.ts';
import { type Properties, propertiesSchema } from '../records/value.ts';
import { aim } from './aim.ts';
import type { Force } from './force.ts';
import type { Site } from './site.ts';

/** F14: somebody edits a record just before the write lands. Falls on mutating requests only. */
export const interposed = z.strictObject({
  code: z.literal('F14'),
  ...aim,
  edit: z.strictObject({
    entity: z.string(),
    /** Default: the record that the write addresses. */
    id: z.string().optional(),
    fields: propertiesSchema,
  }),
  /** A second edit right after the first: there and back again. */
  back: propertiesSchema.optional(),
  /** `engine` is automation under the engine's own account. Default `user`. */
  as: z.enum(['user', 'engine']).optional(),
});

type Interposed = z.infer<typeof interposed>;

/** Lets the person act, then handles the request. */
export function interpose(rule: Interposed): Force {
  return {
    onRequests: {
      aim: rule,
      falls: ({ mutating }) => mutating,
      strike: ({ site, handling, next, say }) => {
        const edits = rule.back === undefined ? [rule.edit.fields] : [rule.edit.fields, rule.back];
        for (const fields of edits) say(edited(rule, site, fields));
        return next(handling);
      },
    },
  };
}

function edited({ edit, as = 'user' }: Interposed, site: Site, fields: Properties): string {
  const { entity } = edit;
  const id = edit.id ?? (site.entity === entity ? site.addressed() : undefined);
  if (id === undefined) return `F14: the write addresses no ${entity} to edit`;
  const act = { do: 'edit', entity, id, fields, as } as const;
  return `F14: ${inWords(act, site.act(act))} before the write landed`;
}
