import type { Bound } from './signoff.ts';

/** What changed between what was signed and what is, each in a sentence; nothing where it holds. */
export function lapses(then: Bound, now: Bound): readonly string[] {
  return [
    ...wordsLapse(then, now),
    ...(then.checks === now.checks ? [] : ['Its checks changed.']),
    ...(then.verdict === now.verdict
      ? []
      : [`Its verdict changed: ${then.verdict} before, ${now.verdict} now.`]),
    ...(then.engine === now.engine
      ? []
      : [`The engine changed: "${then.engine}" before, "${now.engine}" now.`]),
    ...apiLapse('source', then.source === now.source),
    ...apiLapse('target', then.target === now.target),
  ];
}

function wordsLapse(then: Bound, now: Bound): readonly string[] {
  if (then.words === now.words && then.text === now.text) return [];
  return then.text === now.text
    ? ['What its words are about changed: the entities, or the table that goes with them.']
    : [`The document's words changed: "${then.text}" before, "${now.text}" now.`];
}

function apiLapse(side: string, same: boolean): readonly string[] {
  return same ? [] : [`What the ${side} system's API is taken to do changed.`];
}
