import { z } from 'zod';
import { type Counts, countVerdicts } from '../checklist/counts.ts';
import { SyncproofError } from '../errors.ts';
import type { Result } from './model.ts';

/** So many runs are kept; older ones are forgotten. */
export const mostRuns = 200;

/** What is kept of one run: enough to draw it, small enough to keep hundreds. */
export interface HistoryRun {
  readonly format: 'syncproof-history/1';
  /** ISO 8601, UTC. */
  readonly started: string;
  /** SHA-256 of the document, hex: what has changed with it is not the engine's doing. */
  readonly digest: string;
  readonly seed: number;
  readonly engine: string;
  readonly outcome: Result['outcome'];
  readonly sections: readonly SectionRun[];
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
const runSchema: z.ZodType<HistoryRun> = z.strictObject({
  format: z.literal('syncproof-history/1'),
  started: z.iso.datetime(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  seed: z.number(),
  engine: z.string(),
  outcome: z.enum(['accepted', 'not accepted', 'incomplete']),
  sections: z.array(z.strictObject({ heading: z.string(), counts })),
});

/** The history with one more run; the oldest is dropped where it would get too long. */
export function remember(history: History, { document, run, outcome, sections }: Result): History {
  const newest: HistoryRun = {
    format: 'syncproof-history/1',
    started: run.started,
    digest: document.digest,
    seed: run.seed,
    engine: run.engine,
    outcome,
    sections: sections.map(({ heading, requirements }) => ({
      heading,
      counts: countVerdicts(requirements),
    })),
  };
  return [...history, newest].slice(-mostRuns);
}

/** `history.jsonl`: a line for each run. */
export function serializeHistory(history: History): string {
  return history.map((run) => `${JSON.stringify(run)}\n`).join('');
}

/** Reads `history.jsonl` back. Refuses with `results` a line that is no run, by its number. */
export function parseHistory(text: string): History {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line, index) => {
    const read = runSchema.safeParse(parseJson(line));
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
