import { z } from 'zod';
import { type Verdict, verdicts } from '../../checklist/verdict.ts';
import { type Fate, fates } from '../compare/fates.ts';

/** What is different from an earlier run that people hold this one to. */
export interface Since {
  /** The last run of the history that was accepted, or one that somebody named. */
  readonly run: 'last accepted' | 'named';
  /** When that one started; ISO 8601, UTC. */
  readonly started: string;
  /** In the document's order; what is gone comes last. */
  readonly turns: readonly Turn[];
}

/** One requirement that is not as it was. */
export interface Turn {
  readonly id: string;
  /** Its words; its id where it is gone and nobody kept them. */
  readonly text: string;
  readonly fate: Fate;
  readonly before?: Verdict;
  readonly after?: Verdict;
}

const verdict = z.exactOptional(z.enum(verdicts));

/** The shape of a `Since`, strictly. */
export const sinceSchema: z.ZodType<Since> = z.strictObject({
  run: z.enum(['last accepted', 'named']),
  started: z.iso.datetime(),
  turns: z.array(
    z.strictObject({
      id: z.string().min(1),
      text: z.string(),
      fate: z.enum(fates),
      before: verdict,
      after: verdict,
    }),
  ),
});
