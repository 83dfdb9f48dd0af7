import type { Line } from './lines.ts';
import type { Part } from './parts.ts';
import type { LineRegister } from './register.ts';
import { readStatement } from './sentences.ts';

/**
 * Reads the introduction, one paragraph that promises nothing (dataflow-format.md, Shape). A
 * document without it is reported, and so is a second one, whose lines are left out.
 */
export function readIntroductions(parts: readonly Part[], register: LineRegister): void {
  const [introduction, ...others] = parts;
  if (introduction === undefined) register.reportDocument('no section "Introduction"');
  else readIntroduction(introduction, register);
  for (const { heading, underline } of others) {
    register.claim(underline, 'heading');
    register.refuse(heading, 'an introduction once more; left out with all that stands below it');
  }
}

/** Of several paragraphs the longest without a promise is it; the others are left over. */
function readIntroduction(part: Part, register: LineRegister): void {
  register.claim(part.heading, 'introduction');
  register.claim(part.underline, 'introduction');
  let longest: readonly Line[] = [];
  for (const paragraph of paragraphs(part.body)) {
    if (lengthOf(paragraph) > lengthOf(longest) && !hasPromise(paragraph)) longest = paragraph;
  }
  for (const line of longest) register.claim(line, 'introduction');
}

function paragraphs(lines: readonly Line[]): readonly (readonly Line[])[] {
  const found: Line[][] = [[]];
  for (const line of lines) {
    if (line.shape === 'text') found.at(-1)?.push(line);
    else found.push([]);
  }
  return found;
}

function lengthOf(paragraph: readonly Line[]): number {
  return paragraph.reduce((length, { content }) => length + content.length, 0);
}

function hasPromise(paragraph: readonly Line[]): boolean {
  return paragraph.some(({ content }) => readStatement(content) !== undefined);
}
