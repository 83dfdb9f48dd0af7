import type { Value } from '../../value.ts';

/** A line of a list: what it says, and the id that its system gave it, if it has one yet. */
export interface Line {
  readonly id: string | undefined;
  /** Without the id, keys in order: two lines that say the same have the same text. */
  readonly content: string;
}

/** The lines of a list; none where an item is no JSON object. */
export function linesOf(value: Value | undefined): readonly Line[] {
  if (!Array.isArray(value)) return [];
  const lines = value.map(lineOf).filter((line) => line !== undefined);
  return lines.length === value.length ? lines : [];
}

/** A value with its lines' ids left out: they are each system's own. */
export function withoutIds(value: Value): Value {
  const lines = linesOf(value);
  return lines.length === 0 ? value : lines.map(({ content }) => content);
}

function lineOf(item: unknown): Line | undefined {
  if (typeof item !== 'string' || !item.startsWith('{')) return undefined;
  try {
    const { id, ...said }: Record<string, unknown> = JSON.parse(item);
    const content = Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1));
    return { id: typeof id === 'string' ? id : undefined, content: JSON.stringify(content) };
  } catch {
    return undefined;
  }
}
