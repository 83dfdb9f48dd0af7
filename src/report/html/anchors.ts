import { createHash } from 'node:crypto';
import { spell } from '../text/visible.ts';

/** Longer ids end in a digest instead. */
const longest = 240;

/**
 * The HTML id of something that has an id of its own. Blanks and invisible characters, which an
 * id may not hold, are spelled out; everything else stays, so that links can be typed by hand.
 */
export function anchorOf(id: string): string {
  const plain = (text: string): string => text.replaceAll(/[ \n]/g, blankName);
  return spell(short(id), { plain, mark: (name) => `(${name})` });
}

/** The HTML id of a check, whose own id is unique only below its requirement. */
export function checkAnchor(requirement: string, check: string): string {
  return `${anchorOf(requirement)}:${anchorOf(check)}`;
}

/**
 * The link to a check that the page's script has to unpack: without script it leads to the check's
 * requirement, in which its row stands.
 */
export function checkLink(requirement: string, check: string): string {
  return `?check=${encodeURIComponent(anchorOf(check))}${fragment(anchorOf(requirement))}`;
}

/** The link to an anchor: what a browser decodes to exactly that id. */
export function fragment(anchor: string): string {
  return `#${encodeURIComponent(anchor)}`;
}

function short(id: string): string {
  if (id.length <= longest) return id;
  return `${id.slice(0, longest)}-${createHash('sha256').update(id).digest('hex').slice(0, 12)}`;
}

function blankName(blank: string): string {
  return blank === ' ' ? '(U+0020)' : '(U+000A)';
}
