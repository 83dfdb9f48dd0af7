/** The two sides of "A to B": systems in the title, entities in a heading; blanks are squeezed. */
export interface Names {
  readonly source: string;
  readonly target: string;
}

/** A longer line is no title and no heading that anyone wrote. */
export const longestHeading = 1000;

/** A name can contain " to " itself; no heading that anyone wrote can be split in more ways. */
const mostSplits = 8;

/** The text without blanks around it, and with one blank where there are several. */
export function squeeze(text: string): string {
  const hasRuns = text.includes('  ') || text.includes('\t');
  return (hasRuns ? text.replace(/[ \t]{2,}|\t/g, ' ') : text).trim();
}

/**
 * Every way to read a text as "A to B", the shortest A first. Either side can be empty, because
 * the platform leaves names out (dataflow-format.md, Shape).
 */
export function splitNames(text: string): readonly Names[] {
  if (text.length > longestHeading) return [];
  const padded = ` ${squeeze(text)} `;
  const splits: Names[] = [];
  let at = padded.indexOf(' to ');
  while (at >= 0 && splits.length < mostSplits) {
    splits.push({ source: padded.slice(0, at).trim(), target: padded.slice(at + 4).trim() });
    at = padded.indexOf(' to ', at + 1);
  }
  return splits;
}

/** The split for which most speaks; among equals the first, and none where there is none. */
export function bestSplit(
  splits: readonly Names[],
  evidence: (names: Names) => number,
): Names | undefined {
  const [first, ...others] = splits;
  if (first === undefined || others.length === 0) return first;
  const weighed = splits.map((names) => ({ names, weight: evidence(names) }));
  return weighed.reduce((best, next) => (next.weight > best.weight ? next : best)).names;
}

/** Whether an entity's name begins with the system's, as it should; an empty one says nothing. */
export function isOfSystem(entity: string, system: string): boolean {
  return system === '' || entity === system || entity.startsWith(`${system} `);
}
