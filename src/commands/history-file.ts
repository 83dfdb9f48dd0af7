import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { SyncproofError } from '../errors.ts';
import { type History, parseHistory, serializeHistory } from '../report/history.ts';

/** Reads the history of a checklist's runs; there is none yet where there is no file. */
export async function readHistory(file: string): Promise<History> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : 'no code';
    if (code === 'ENOENT') return [];
    throw new SyncproofError('results', `Cannot read the history ${file}: ${code}.`, { cause });
  }
  return parseHistory(text);
}

/** Writes the history anew; an earlier one is never left half overwritten. */
export async function writeHistory(file: string, history: History): Promise<void> {
  const draft = join(dirname(file), `.${basename(file)}`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, serializeHistory(history));
  await rename(draft, file);
}
