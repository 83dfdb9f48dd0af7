import { readFile } from 'node:fs/promises';
import { cut, visible } from '../dataflow/visible.ts';
import { SyncproofError } from '../errors.ts';
import { parseResult } from '../report/result/json.ts';
import type { Result } from '../report/result/model.ts';
import { systemCode } from './system-code.ts';

/** As much of a refusal as fits on a line that somebody reads. */
const longest = 400;

/** Reads a `checklist.json`. Refuses with `results`, in one line that names the file. */
export async function openResult(path: string): Promise<Result> {
  return resultIn(path, await textOf(path));
}

/** The same of a text that has been read already. */
export function resultIn(path: string, text: string): Result {
  try {
    return parseResult(text);
  } catch (cause) {
    if (!(cause instanceof SyncproofError)) throw cause;
    throw refusal(path, cause.message, cause);
  }
}

/** A file's text. Refuses with `results` what cannot be read. */
export async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const code = systemCode(cause);
    throw refusal(
      path,
      code === 'ENOENT' ? 'there is no such file' : `the system says ${code}`,
      cause,
    );
  }
}

function refusal(path: string, reason: string, cause: unknown): SyncproofError {
  const said = visible(cut(reason, longest));
  return new SyncproofError('results', `Cannot use ${visible(path)}: ${said}`, { cause });
}
