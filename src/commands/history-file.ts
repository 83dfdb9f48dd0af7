import { readFile } from 'node:fs/promises';
import { SyncproofError } from '../errors.ts';
import { type History, parseHistory, serializeHistory } from '../report/past/history.ts';
import type { Past } from '../report/past/with-past.ts';
import { openResult } from './open-result.ts';
import { systemCode } from './system-code.ts';
import { writeWhole } from './write-whole.ts';
import { writing } from './writing.ts';

/** The history of a checklist's runs; there is none yet where there is no file. */
async function readHistory(file: string): Promise<History> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    const code = systemCode(cause);
    if (code === 'ENOENT') return [];
    throw new SyncproofError('results', `Cannot read the history ${file}: ${code}.`, { cause });
  }
  return parseHistory(text);
}

/** What a run is held to: its history, and another result where one is named instead. */
export async function openPast(file: string, baseline: string | undefined): Promise<Past> {
  const runs = await readHistory(file);
  return baseline === undefined ? { runs } : { runs, baseline: await openResult(baseline) };
}

/** Writes the history anew; an earlier one is never left half overwritten. Refuses (`usage`) a place that cannot be written to. */
export async function writeHistory(file: string, history: History): Promise<void> {
  await writing(file, () => writeWhole([{ path: file, text: serializeHistory(history) }]));
}
