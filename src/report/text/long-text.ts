import { createHash } from 'node:crypto';

/** Texts up to this many characters (UTF-16 units) are shown whole; `report.md` 6.5. */
const whole = 65_536;
/** What is shown of a longer one. */
const shown = 16_384;

/** A text as far as a page shows it. */
export interface Shortened {
  readonly text: string;
  /** What was left out, in words; absent where nothing was. */
  readonly note?: string;
}

/** Whether a text is cut on a page. */
export function isLong(text: string): boolean {
  return text.length > whole;
}

/** Cuts what is too long to read, and says so: nothing is shortened in silence. */
export function shorten(text: string): Shortened {
  if (!isLong(text)) return { text };
  const digest = createHash('sha256').update(text, 'utf8').digest('hex');
  // A cut through a surrogate pair would show a lone surrogate that the text does not have.
  const start = text.slice(0, shown).replace(/[\uD800-\uDBFF]$/, '');
  const more = grouped(text.length - start.length);
  return {
    text: start,
    note: `cut here: ${more} more characters, ${grouped(text.length)} in all, SHA-256 ${digest}; checklist.json has the whole`,
  };
}

const thousands = new Intl.NumberFormat('en');

/** A count as people read it: `1,048,576`. */
export function grouped(count: number): string {
  return thousands.format(count);
}
