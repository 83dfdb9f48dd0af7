import type { Line } from './lines.ts';
import { readStatement, type Statement, startsStatement } from './sentences.ts';

/** A sentence of a section, in the document's own words, with the lines that it stands on. */
export interface Sentence extends Statement {
  /** The sentence as it stands, its lines joined by a blank. */
  readonly text: string;
  readonly line: Line;
  /** All its lines, `line` the first of them. */
  readonly lines: readonly Line[];
}

/** More lines than the longest sentence of the format takes where it is wrapped. */
const mostLines = 8;

/** `adopt-or-create` has two full stops, and a foreign line in its midst can add one. */
const mostStops = 3;

/**
 * The sentences of one paragraph, which is a run of lines without a gap. A sentence mostly is a
 * line of its own, but `adopt-or-create` takes two, and any can be wrapped. Lines of no sentence
 * are left out, and so is one that got between the lines of a sentence.
 */
export function readParagraph(paragraph: readonly Line[]): readonly Sentence[] {
  const found: Sentence[] = [];
  let lastTaken = 0;
  for (const [index, line] of paragraph.entries()) {
    if (line.number <= lastTaken) continue;
    const sentence =
      sentenceOf(line) ?? wrappedSentence(line, paragraph.slice(index + 1, index + mostLines));
    if (sentence === undefined) continue;
    found.push(sentence);
    lastTaken = sentence.lines.at(-1)?.number ?? line.number;
  }
  return found;
}

/**
 * The lines that a `conditional` could do without: its condition is free text, so that nobody can
 * tell a wrapped condition from a foreign line above one.
 */
export function doubtfulLines({ kind, lines }: Sentence): readonly Line[] {
  if (kind !== 'conditional') return [];
  const start = lines.findLastIndex((line, index) => {
    return sentenceOf(line, lines.slice(index + 1))?.kind === 'conditional';
  });
  return lines.slice(0, start);
}

function wrappedSentence(first: Line, others: readonly Line[]): Sentence | undefined {
  const rest: Line[] = [];
  let stops = isStop(first) ? 1 : 0;
  for (const line of others) {
    rest.push(line);
    if (!isStop(line)) continue;
    const sentence = sentenceOf(first, rest) ?? sentenceWithoutOne(first, rest);
    stops++;
    if (sentence !== undefined || stops === mostStops || sentenceOf(line) !== undefined) {
      return sentence;
    }
  }
  return undefined;
}

function isStop({ content }: Line): boolean {
  return content.endsWith('.') || content.endsWith(':');
}

function sentenceWithoutOne(first: Line, rest: readonly Line[]): Sentence | undefined {
  if (!startsStatement(first.content)) return undefined;
  for (let index = 0; index < rest.length - 1; index++) {
    const sentence = sentenceOf(first, rest.toSpliced(index, 1));
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}

function sentenceOf(line: Line, rest: readonly Line[] = []): Sentence | undefined {
  const lines = [line, ...rest];
  const text = rest.reduce((joined, { content }) => `${joined} ${content}`, line.content);
  const statement = readStatement(text);
  return statement && { ...statement, text, line, lines };
}
