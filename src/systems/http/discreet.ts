import type { Call } from './call.ts';
import { parseJson } from './json.ts';

/** Shorter texts say nothing of anybody, and are in any sentence. */
const shortest = 3;

/**
 * A system's own words without what the call sent or asked for, each put as `…`: systems quote what
 * they refuse, and who reads a log has no business with what is in people's records.
 */
export function discreet(words: string, { target, body }: Call): string {
  const said = [...leavesOf(parseJson(body?.text ?? '')), ...askedIn(target)];
  return [...new Set(said)]
    .filter((text) => text.length >= shortest)
    .sort((a, b) => b.length - a.length)
    .reduce((left, text) => left.replaceAll(wholly(text), '…'), words);
}

/** All texts and numbers in a JSON value, as texts. */
function leavesOf(value: unknown): readonly string[] {
  const open: unknown[] = [value];
  const leaves: string[] = [];
  // The list grows while it is walked, so that depth costs no stack.
  for (const each of open) {
    if (typeof each === 'string' || typeof each === 'number') leaves.push(String(each));
    else if (typeof each === 'object' && each !== null) open.push(...Object.values(each));
  }
  return leaves;
}

/** The values in a query, and the texts in quotes of a filter. */
function askedIn(target: string): readonly string[] {
  const [, query = ''] = target.split('?', 2);
  return [...new URLSearchParams(query).values()].flatMap((value) => [
    value,
    ...[...value.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) => text.replaceAll("''", "'")),
  ]);
}

/** Wherever the text stands by itself, not within a longer word. */
function wholly(text: string): RegExp {
  const literal = text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${literal}(?![\p{L}\p{N}])`, 'gu');
}
