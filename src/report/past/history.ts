import { z } from 'zod';
import type { Counts } from '../../checklist/counts.ts';
import { type Outcome, outcomes } from '../../checklist/outcome.ts';
import { type Verdict, verdicts } from '../../checklist/verdict.ts';
import { SyncproofError } from '../../errors.ts';

/** What is kept of one run: enough to draw it, small enough to keep hundreds. */
export interface HistoryRun {
  readonly format: 'syncproof-history/1';
  /** ISO 8601, UTC. */
  readonly started: string;
  /** SHA-256 of the document, hex: what has changed with it is not the engine's doing. */
  readonly digest: string;
  readonly seed: number;
  readonly engine: string;
  readonly outcome: Outcome['outcome'];
  readonly sections: readonly SectionRun[];
  /** Every requirement's verdict, by id; of the last accepted run alone, which others are held to. */
  readonly verdicts?: Readonly<Record<string, Verdict>>;
}

/** One section in one run. */
export interface SectionRun {
  readonly heading: string;
  /** Its requirements, by verdict. */
  readonly counts: Counts;
}

/** Runs of one checklist, from the oldest to the newest. */
export type History = readonly HistoryRun[];

const count = z.number().int().nonnegative();
const counts: z.ZodType<Counts> = z.strictObject({
  passed: count,
  failed: count,
  inconclusive: count,
  blocked: count,
  untested: count,
  waived: count,
  manual: count,
});

/** The shape of a run in a history, strictly. */
export const historyRunSchema: z.ZodType<HistoryRun> = z.strictObject({
  format: z.literal('syncproof-history/1'),
  started: z.iso.datetime(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  seed: z.number(),
  engine: z.string(),
  outcome: z.enum(outcomes),
  sections: z.array(z.strictObject({ heading: z.string(), counts })),
  verdicts: z.exactOptional(z.record(z.string(), z.enum(verdicts))),
});

/** `history.jsonl`: a line for each run. */
export function serializeHistory(history: History): string {
  return history.map((run) => `${JSON.stringify(run)}\n`).join('');
}

/** Reads `history.jsonl` back. Refuses with `results` a line that is no run, by its number. */
export function parseHistory(text: string): History {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line, index) => {
    const read = historyRunSchema.safeParse(parseJson(line));
    if (read.success) return read.data;
    const message = `Line ${index + 1} of the history is not a run: it is damaged. Remove the line, or the file.`;
    throw new SyncproofError('results', message);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
