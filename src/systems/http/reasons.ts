import type { z } from 'zod';
import type { Asked } from './call.ts';
import { discreet } from './discreet.ts';

/** The longest text that a reason repeats of what a system said, in UTF-16 units. */
const longest = 500;

/** As much of it is looked at, so that what is cut off at the end of a reason had been taken out whole. */
const read = 8 * longest;

/** Why nobody knows what an answer means; `problem` follows the method and the path. */
export function unusable({ system, call }: Asked, problem: string): string {
  return `${system} gave no usable answer: ${nameOf(call)} ${problem}`;
}

/** Why nothing was done, for now; `problem` follows the method and the path. */
export function nothingDone({ system, call }: Asked, problem: string): string {
  return `${system} did nothing: ${nameOf(call)} ${problem}`;
}

/** Why a call was refused: the system's own words, without what it quotes of the call and cut to what a reason can hold, and its status. */
export function refusal(
  { system, call }: Asked,
  said: { readonly words: string; readonly status: number },
): string {
  const words = discreet(said.words.slice(0, read), call);
  const cut = words.length > longest ? `${words.slice(0, longest).toWellFormed()}…` : words;
  return `${system} refused: ${cut} (${nameOf(call)} answered ${said.status})`;
}

/** What an answer lacks, by path and without its values: `answered with data.0.id: Invalid input`. */
export function misshapen(error: z.ZodError): string {
  const issues = error.issues.slice(0, 3);
  const lacks = issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return `answered with ${lacks.join('; ')}`;
}

/** Method and path: the query can hold personal data, so reasons leave it out. */
function nameOf({ method, target }: Asked['call']): string {
  return `${method} ${target.split('?', 1)[0]}`;
}
