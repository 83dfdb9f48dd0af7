/** What a line can be, judged by itself (dataflow-format.md, Shape and Tables). */
export type LineShape =
  | 'blank'
  /** A run of `=`, as it stands above and below the title. */
  | 'equals'
  /** A run of `-`, as it stands below a heading. */
  | 'dashes'
  /** `.. list-table::` */
  | 'directive'
  /** An indented `:name: value`, as in `:header-rows: 1`. */
  | 'option'
  /** An indented `* - cell`, the first cell of a row. */
  | 'row'
  /** An indented `- cell`, a further cell of a row. */
  | 'cell'
  | 'text';

/** One line of the document. */
export interface Line {
  /** 1-based, counting lines of the file as it was given. */
  readonly number: number;
  /** The line as it stands, without its line end. */
  readonly text: string;
  readonly shape: LineShape;
  /** What the line says: without the blanks around it, and a cell without its bullet. */
  readonly content: string;
}

/** A shorter run is text: reStructuredText itself takes no underline under four characters. */
const shortestRule = 4;

/**
 * The document's lines, at least one. They end in LF or CRLF, mixed as they may be; a byte order
 * mark in front is left out.
 */
export function splitLines(document: string): readonly Line[] {
  const lines: Line[] = [];
  let start = document.startsWith('\uFEFF') ? 1 : 0;
  while (start <= document.length) {
    const feed = document.indexOf('\n', start);
    const end = feed < 0 ? document.length : feed;
    const hasReturn = document.charAt(end - 1) === '\r';
    lines.push(readLine(lines.length + 1, document.slice(start, hasReturn ? end - 1 : end)));
    start = end + 1;
  }
  return lines;
}

function readLine(number: number, text: string): Line {
  const trimmed = text.trim();
  const shape = shapeOf(text, trimmed);
  return { number, text, shape, content: contentOf(shape, trimmed) };
}

function shapeOf(text: string, trimmed: string): LineShape {
  if (trimmed === '') return 'blank';
  if (text.startsWith(' ') || text.startsWith('\t')) return shapeOfIndented(trimmed);
  if (isRunOf('-', trimmed)) return 'dashes';
  if (isRunOf('=', trimmed)) return 'equals';
  return trimmed === '.. list-table::' ? 'directive' : 'text';
}

function shapeOfIndented(trimmed: string): LineShape {
  if (startsBullet('-', trimmed)) return 'cell';
  if (startsBullet('*', trimmed) && startsBullet('-', trimmed.slice(1).trimStart())) return 'row';
  return trimmed.startsWith(':') ? 'option' : 'text';
}

/** A bullet stands alone, which is an empty cell, or has a blank behind it. */
function startsBullet(bullet: string, trimmed: string): boolean {
  if (!trimmed.startsWith(bullet)) return false;
  const next = trimmed.charAt(1);
  return next === '' || next === ' ' || next === '\t';
}

function isRunOf(character: string, trimmed: string): boolean {
  if (trimmed.length < shortestRule || !trimmed.startsWith(character)) return false;
  return trimmed === character.repeat(trimmed.length);
}

function contentOf(shape: LineShape, trimmed: string): string {
  if (shape === 'cell') return trimmed.slice(1).trimStart();
  if (shape === 'row') return trimmed.slice(1).trimStart().slice(1).trimStart();
  return trimmed;
}
