import { QueryRefused } from './refused.ts';

/** One piece of a filter. A literal's text is without its quotes; a word is anything unquoted. */
export interface Token {
  readonly kind:
    | 'open'
    | 'close'
    | 'comma'
    | 'text'
    | 'DateTime'
    | 'DateTimeOffset'
    | 'number'
    | 'word';
  readonly text: string;
}

const pattern =
  /\s*(?:(?<open>\()|(?<close>\))|(?<comma>,)|(?<prefix>datetimeoffset|datetime)?'(?<text>(?:[^']|'')*)'|(?<number>-?\d+(?:\.\d+)?)(?![\w.])|(?<word>[A-Za-z_][\w/]*))/iy;

/** Takes a filter apart; quotes inside a text are doubled, and literal prefixes go in any casing (`apis.md 1.6`). */
export function lex(filter: string): readonly Token[] {
  const source = filter.trimEnd();
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (!found) throw new QueryRefused(`Syntax error at position ${at} in '${filter}'.`);
    tokens.push(tokenOf(found.groups ?? {}));
    at = pattern.lastIndex;
  }
  return tokens;
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Token {
  const { open, close, comma, prefix, text, number, word } = groups;
  if (open) return { kind: 'open', text: open };
  if (close) return { kind: 'close', text: close };
  if (comma) return { kind: 'comma', text: comma };
  if (text !== undefined) return { kind: quotedKind(prefix), text: text.replaceAll("''", "'") };
  if (number) return { kind: 'number', text: number };
  return { kind: 'word', text: word ?? '' };
}

function quotedKind(prefix: string | undefined): Token['kind'] {
  if (prefix === undefined) return 'text';
  return prefix.toLowerCase() === 'datetime' ? 'DateTime' : 'DateTimeOffset';
}
