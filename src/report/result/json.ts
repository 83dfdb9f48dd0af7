import { SyncproofError } from '../../errors.ts';
import type { Result } from './model.ts';
import { verified } from './verified.ts';

/** `checklist.json`: the same result gives the same bytes, whatever order its keys were made in. */
export function serializeResult(result: Result): string {
  return `${JSON.stringify(verified(result), null, 2)}\n`;
}

/** Reads `checklist.json` back. Refuses with `results`, naming the path and the problem. */
export function parseResult(text: string): Result {
  return verified(parseJson(text));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message =
      'The result is not JSON: the file is damaged or another. Run the checklist again.';
    throw new SyncproofError('results', message, { cause });
  }
}
