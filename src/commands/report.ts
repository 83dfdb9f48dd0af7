import { dirname } from 'node:path';
import { type Console, exitCodes } from './console.ts';
import { openResult } from './open-result.ts';
import { summary } from './summary.ts';
import { signoffOf } from './team-files.ts';
import { writeReports } from './write-reports.ts';

interface ReportOptions {
  /** A run's `checklist.json`. */
  readonly file: string;
  /** Where the views go; beside the result by default. */
  readonly out?: string;
  /** The sign-off to show; `signoff.json` beside the document by default, where there is one. */
  readonly signoff?: string;
}

/**
 * `syncproof report`: renders every view of a result again, to the same bytes as its run. What
 * the result says is no failure of this command.
 */
export async function report(
  { file, out, signoff: named }: ReportOptions,
  console: Console,
): Promise<number> {
  const result = await openResult(file);
  const signoff = await signoffOf(result.document.file, named);
  console.out(summary(result, await writeReports(result, out ?? dirname(file), { signoff })));
  return exitCodes.ok;
}
