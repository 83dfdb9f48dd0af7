import type { Value } from '../../value.ts';

/** Two values of a list that said the same, line for line. */
interface Agreed {
  readonly own: Value;
  readonly other: Value;
}

/**
 * The lines of a list as the other side is to have them. A line is an object with an `id` of its own
 * system, as JSON text; the line that stood in its place when both sides last agreed is the same one,
 * whose id it gets, and a line without such a one goes without id: it is new there. Whatever is no
 * list of lines stays as it is.
 */
export function linesForOther(value: Value, agreed?: Agreed): Value {
  const [own, other] = [idsOf(agreed?.own), idsOf(agreed?.other)];
  return eachLine(value, ({ id, ...line }) => {
    const place = own.indexOf(id);
    const counterpart = place < 0 ? undefined : other[place];
    return counterpart === undefined ? line : { id: counterpart, ...line };
  });
}

/** What the lines of a list say, whosever they are. */
export function contentOf(value: Value): Value {
  return eachLine(value, ({ id: _, ...line }) => line);
}

type Line = Readonly<Record<string, unknown>>;

function eachLine(value: Value, change: (line: Line) => Line): Value {
  if (!Array.isArray(value)) return value;
  return value.map((item) => {
    const line = lineOf(item);
    return line === undefined ? item : textOf(change(line));
  });
}

function idsOf(value: Value = null): readonly unknown[] {
  return Array.isArray(value) ? value.map((item) => lineOf(item)?.['id']) : [];
}

/** Keys in order, so that texts that say the same are the same. */
function textOf(line: Line): string {
  const sorted = Object.entries(line).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(sorted));
}

function lineOf(item: unknown): Line | undefined {
  if (typeof item !== 'string' || !item.startsWith('{')) return undefined;
  try {
    const line: unknown = JSON.parse(item);
    return isRecord(line) && typeof line['id'] === 'string' ? line : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Line {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
