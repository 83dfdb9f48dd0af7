import type { Diagnostic } from './dataflow.ts';
import type { Line, LineShape } from './lines.ts';
import { cut } from './visible.ts';

/** What a line was read as; `refused` means that it was not, and that a diagnostic says so. */
export type LineRole =
  | 'blank'
  | 'title'
  | 'generated'
  | 'introduction'
  | 'heading'
  | 'promise'
  | 'table'
  | 'refused';

/** What every line was read as, and what is to be said about them, both in the order of lines. */
export interface Account {
  readonly roles: readonly LineRole[];
  readonly diagnostics: readonly Diagnostic[];
}

const longestText = 200;

const unread: Readonly<Record<LineShape, string>> = {
  blank: 'a blank line',
  equals: 'a line of "=" that neither over- nor underlines the title; left out',
  dashes: 'a line of "-" with no heading above it; left out',
  directive: 'a table that stands in no section; left out',
  option: 'a table option in no table, or other than ":header-rows: 1"; left out',
  row: 'a table row in no table; left out',
  cell: 'a table cell in no row, or one more than its table has columns; left out',
  text: 'not a sentence or a heading that the format knows in this place; left out',
};

/**
 * Keeps which line was taken by whom while a document is read. A line that nobody claims becomes
 * a diagnostic at the end, so that no reader of a part can drop one in silence
 * (dataflow-format.md, What a reader does with what it does not understand).
 */
export class LineRegister {
  readonly #lines: readonly Line[];
  readonly #roles: (LineRole | undefined)[];
  readonly #diagnostics: Diagnostic[] = [];

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.#roles = lines.map(({ shape }) => (shape === 'blank' ? 'blank' : undefined));
  }

  /** Says that the line was understood. */
  claim({ number }: Line, role: LineRole): void {
    this.#roles[number - 1] = role;
  }

  /** Says what is wrong with a line, or with what begins there. */
  report({ number, text }: Line, problem: string): void {
    this.#diagnostics.push({ line: number, text: cut(text, longestText), problem });
  }

  /** Says what is wrong with the document as a whole, on its first line. */
  reportDocument(problem: string): void {
    const [first] = this.#lines;
    if (first !== undefined) this.report(first, problem);
  }

  /** Leaves a line out for a reason of its own. */
  refuse(line: Line, problem: string): void {
    this.claim(line, 'refused');
    this.report(line, problem);
  }

  /** Refuses every line that was left over, and gives the account. */
  close(): Account {
    for (const line of this.#lines) {
      if (this.#roles[line.number - 1] === undefined) this.refuse(line, unread[line.shape]);
    }
    return {
      roles: this.#roles.map((role) => role ?? 'refused'),
      diagnostics: this.#diagnostics.toSorted((a, b) => a.line - b.line),
    };
  }
}
