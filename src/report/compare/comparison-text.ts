import { cut, visible } from '../../dataflow/visible.ts';
import type { Comparison, Group, Item, Pair } from './comparison.ts';

/** Longer lines are cut: nobody reads them on a terminal. */
const longest = 1000;

/** A comparison for a terminal: plain lines, nothing invisible. */
export function comparisonText({ title, sentence, identity, groups }: Comparison): string {
  const lines = [title, ...identity.flatMap(pairLines), ...groups.flatMap(groupLines)];
  return [...lines, '', sentence, ''].map(plain).join('\n');
}

function plain(line: string): string {
  return visible(line.length > longest ? `${cut(line, longest)}…` : line);
}

function pairLines({ name, before, after }: Pair): readonly string[] {
  return before === after ? [] : [`  ${name}: ${before} → ${after}`];
}

function groupLines({ heading, note, items }: Group): readonly string[] {
  const noted = note === undefined ? [] : [`  (${note})`];
  return ['', `${heading} (${items.length})`, ...noted, ...items.flatMap(itemLines)];
}

function itemLines({ words, place, before, after, details }: Item): readonly string[] {
  const [first = '', ...others] = [words, place].filter((text) => text !== '');
  return [
    `  • ${first}`,
    ...others.map((text) => `    ${text}`),
    ...(before === undefined ? [] : [`    - ${before}`]),
    ...(after === undefined ? [] : [`    + ${after}`]),
    ...details.map((detail) => `      ${detail}`),
  ];
}
