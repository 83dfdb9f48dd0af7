import type { Line } from './lines.ts';
import { isOfSystem, type Names, squeeze } from './names.ts';
import type { LineRegister } from './register.ts';
import { cut } from './visible.ts';

/** Whom a section's tables are about: its entities, and the document's target system. */
export interface TableSubject {
  readonly names: Names;
  readonly system: string;
}

const typeHeader = ' Data Type';
const longestQuote = 60;

/** The cells that a table's header should have (dataflow-format.md, Tables). */
export function expectedHeader({ names, system }: TableSubject, width: number): readonly string[] {
  const cells = [`${names.source} Property`, `${names.target} Property`, `${system}${typeHeader}`];
  return cells.slice(0, width).map((cell) => cell.trim());
}

/** Whether a row reads like a header at all, be it another table's. */
export function isHeader(row: readonly Line[]): boolean {
  return row.some(({ content }) => /(?:^|\s)(?:Property|Data Type)$/.test(content));
}

/** Reports each header cell that is missing, or that says something else than it should. */
export function checkHeader(
  row: readonly Line[],
  check: {
    readonly expected: readonly string[];
    readonly subject: TableSubject;
    readonly register: LineRegister;
  },
): void {
  const { expected, subject, register } = check;
  for (const [index, wanted] of expected.entries()) {
    const quoted = `"${cut(wanted, longestQuote)}"`;
    const cell = row[index];
    if (cell === undefined) {
      for (const start of row.slice(0, 1)) register.report(start, `the header has no ${quoted}`);
      continue;
    }
    register.claim(cell, 'table');
    const content = squeeze(cell.content);
    const isRight = content === wanted || (index === 2 && headsTypes(content, subject));
    if (!isRight) {
      register.report(cell, `the header should say ${quoted}; its column is read all the same`);
    }
  }
}

/** The types can also be headed by the system as the target entity writes it. */
function headsTypes(content: string, { names }: TableSubject): boolean {
  if (!content.endsWith(typeHeader)) return false;
  return isOfSystem(names.target, content.slice(0, -typeHeader.length));
}
