import type { PropertyRow } from './dataflow.ts';

/** Longest part of an id that a heading makes, and that a property makes, before their hash. */
const longestHeading = 100;
const longestProperty = 50;

/**
 * Gives out names that are unique among those it gave: what is asked for a second time gets `~2`.
 */
export function uniqueNames(): (wanted: string) => string {
  const timesGiven = new Map<string, number>();
  return (wanted) => {
    const times = (timesGiven.get(wanted) ?? 0) + 1;
    timesGiven.set(wanted, times);
    return times === 1 ? wanted : `${wanted}~${times}`;
  };
}

/** The part of an id that says the section, made of nothing but its heading. */
export function headingSlug(heading: string): string {
  return slug(heading.toLowerCase(), longestHeading);
}

/** The part of an id that says a property row, made of nothing but its two properties. */
export function rowSlug({ source, target }: PropertyRow): string {
  return `${slug(source, longestProperty)}=${slug(target, longestProperty)}`;
}

/**
 * The text with `-` for each blank. Where anything else has to go as well, be it a character that
 * is no letter, digit, `.` or `_`, or whatever is too long, a hash of the whole text is added:
 * different texts then keep different slugs, without a look at the rest of the document. `~` is
 * never in a text's own part, so that neither hashes nor numbers can be mistaken for it.
 */
function slug(text: string, longest: number): string {
  if (text.length <= longest && /^[\p{L}\p{M}\p{N}._ ]*$/u.test(text)) {
    return text.replaceAll(' ', '-');
  }
  const readable = text.slice(0, longest).replace(/[^\p{L}\p{M}\p{N}._]+/gu, '-');
  return `${readable.replace(/^-|-$/g, '')}~h${hash(text)}`;
}

/** FNV-1a over UTF-16 units, 32 bits: tells texts apart that read alike, and hides nothing. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36);
}
