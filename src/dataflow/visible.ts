/**
 * The text on one line, with every character that a terminal would not show, or would obey,
 * written as its code: control and format characters, line separators, lone surrogates.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16).toUpperCase()}}`;
  });
}

/** The beginning of a text, at most `length` UTF-16 units long; it splits no surrogate pair. */
export function cut(text: string, length: number): string {
  const isSplit = text.length > length && (text.codePointAt(length - 1) ?? 0) > 0xffff;
  return text.slice(0, isSplit ? length - 1 : length);
}
