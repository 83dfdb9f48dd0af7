import { cut } from '../../dataflow/visible.ts';
import { spellPlainly } from './visible.ts';

/** Longer texts are cut: what Markdown is read for is an overview. */
const longest = 300;

/** Characters that begin something in Markdown, in a table or in HTML. */
const special = /[\\`*_[\]<>&|~!]/g;

/** After these GitHub finds people, issues, links, emoji and formulas, escaped or not. */
const finding = /[@#$]|:(?=\/\/|[\w+-]+:)|\bwww(?=\.)/gi;

/**
 * A text on one line of GitHub's Markdown that shows as itself: no markup, no table cell, no
 * mention or link comes of it. An empty comment, which shows nothing, breaks what GitHub looks for.
 */
export function markdownText(text: string): string {
  const start = text.length > longest ? `${cut(text, longest)}…` : text;
  return spellPlainly(start)
    .replaceAll(/ *\n\s*/g, ' ')
    .replaceAll(special, '\\$&')
    .replaceAll(finding, '$&<!-- -->');
}

/** The same as an id is shown. */
export function markdownCode(text: string): string {
  return `<code>${markdownText(text)}</code>`;
}

/** Lines that belong together: what always stands, and what is listed as far as there is room. */
export interface Block {
  readonly head: readonly string[];
  readonly items: readonly string[];
  /** What the items are, for the line that says how many are left out. */
  readonly noun: string;
}

/** Room that every block keeps for that line, in bytes. */
const lastLine = 120;

/**
 * Writes the blocks in at most so many bytes of UTF-8: items that no longer fit are counted
 * instead, never left out in silence. No block takes more than half of the room that others need.
 */
export function fitBlocks(blocks: readonly Block[], mostBytes: number): string {
  const heads = blocks.reduce((sum, { head }) => sum + sizeOf(head) + lastLine, 0);
  let room = mostBytes - heads;
  const lines = blocks.flatMap(({ head, items, noun }, index) => {
    const fitting = asManyAs(items, index === blocks.length - 1 ? room : room / 2);
    room -= sizeOf(fitting);
    const left = items.length - fitting.length;
    return [...head, ...fitting, ...(left === 0 ? [] : ['', more(left, noun)]), ''];
  });
  return `${lines.join('\n')}\n`;
}

function asManyAs(items: readonly string[], room: number): readonly string[] {
  let size = 0;
  const tooMany = items.findIndex((item) => {
    size += sizeOf([item]);
    return size > room;
  });
  return tooMany === -1 ? items : items.slice(0, tooMany);
}

function more(count: number, noun: string): string {
  return `And ${count} more ${noun}, left out here.`;
}

function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}
