import { z } from 'zod';
import { propertiesSchema } from '../records/value.ts';
import type { PartyOutcome } from './party.ts';

const record = { entity: z.string(), id: z.string() };
const fields = propertiesSchema;

/** What a person, the engine's own automation or the system by itself does to a record, as data. */
export const act = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('create'), entity: z.string(), fields }),
  /** As `user` unless it says otherwise; `engine` is automation under the engine's own account. */
  z.strictObject({
    do: z.literal('edit'),
    ...record,
    fields,
    as: z.enum(['user', 'engine']).optional(),
  }),
  z.strictObject({ do: z.literal('delete'), ...record }),
  /** Content changes, by the system itself, and its stamp stays. */
  z.strictObject({ do: z.literal('rewrite'), ...record, fields }),
  /** The stamp moves, and nothing else. */
  z.strictObject({ do: z.literal('touch'), ...record }),
  /** A deleted record comes back under its id. */
  z.strictObject({ do: z.literal('revive'), ...record }),
  /** The record stays; what is written in it and not required goes. */
  z.strictObject({ do: z.literal('erase'), ...record }),
  /** The next record of the entity gets the id of a deleted one. */
  z.strictObject({ do: z.literal('reuse-id'), ...record }),
]);

export type Act = z.infer<typeof act>;

/** What was done, in words for the ledger. */
export function inWords(act: Act, outcome: PartyOutcome): string {
  const { who, did } = wordings[act.do];
  const doer = act.do === 'edit' && act.as === 'engine' ? 'automation' : who;
  const what = `${act.entity}${'id' in act ? ` ${act.id}` : ''}`;
  return outcome.ok
    ? `${doer} ${did} ${what}`
    : `${doer} could not ${act.do} ${what} (${outcome.reason})`;
}

const wordings: Readonly<Record<Act['do'], { readonly who: string; readonly did: string }>> = {
  create: { who: 'a person', did: 'created' },
  edit: { who: 'a person', did: 'edited' },
  delete: { who: 'a person', did: 'deleted' },
  rewrite: { who: 'the system', did: 'silently changed' },
  touch: { who: 'the system', did: 'touched' },
  revive: { who: 'a person', did: 'brought back' },
  erase: { who: 'the system', did: 'erased' },
  'reuse-id': { who: 'the system', did: 'freed the id of' },
};
