import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderSummary } from '../report/exports/summary-markdown.ts';
import type { PageView } from '../report/html/page.ts';
import { remember } from '../report/past/remember.ts';
import { type Past, withPast } from '../report/past/with-past.ts';
import type { Result } from '../report/result/model.ts';
import type { Console } from './console.ts';
import { writeHistory } from './history-file.ts';
import { outcomeCode } from './outcome-code.ts';
import { summary } from './summary.ts';
import { writeReports } from './write-reports.ts';
import { writing } from './writing.ts';

/** Where a finished result goes. */
export interface Delivery {
  readonly folder: string;
  readonly strict: boolean;
  /** The history that the run is added to; none for a part of a checklist. */
  readonly history?: Past & { readonly file: string };
  /** What the page shows beside the result. */
  readonly page?: PageView;
}

/** Whom a finished result is told. */
export interface Audience {
  readonly console: Console;
  /** The file that GitHub shows beside a job, `$GITHUB_STEP_SUMMARY`; undefined elsewhere. */
  readonly stepSummary: string | undefined;
}

/** Writes a finished result's reports and history, tells how it ended, and returns the exit code. */
export async function deliver(
  { result: bare, folder, strict, history, page }: Delivery & { readonly result: Result },
  { console, stepSummary }: Audience,
): Promise<number> {
  const result = history === undefined ? bare : withPast(bare, history);
  const files = await writeReports(result, folder, page);
  if (history !== undefined) await writeHistory(history.file, remember(history.runs, bare));
  if (stepSummary !== undefined) {
    await writing(stepSummary, () => appendFile(stepSummary, renderSummary(result)));
  }
  console.out(summary(result, files));
  return outcomeCode(result, strict);
}

/** Where the history of a folder's reports is, where no other file is named. */
export function historyIn(folder: string): string {
  return join(folder, 'history.jsonl');
}
