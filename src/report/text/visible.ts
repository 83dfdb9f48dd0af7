/**
 * What cannot be seen, or changes how its neighbours are shown: controls, bidi and zero-width
 * characters, lone surrogates, private and non-characters, every blank but the plain space.
 */
const unseen = /[[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}\p{DI}\p{NChar}\u2800]--[\n ]]/gv;

/** How the two kinds of text are written: what can be read as it is, and the name of what cannot. */
export interface Spelling {
  plain(text: string): string;
  /** `name` is the character's number: `U+202E`. */
  mark(name: string): string;
}

/** Writes a text so that none of its characters is invisible. Newlines and spaces stay. */
export function spell(text: string, spelling: Spelling): string {
  let written = '';
  let from = 0;
  for (const { 0: character, index } of text.matchAll(unseen)) {
    written += spelling.plain(text.slice(from, index)) + spelling.mark(nameOf(character));
    from = index + character.length;
  }
  return written + spelling.plain(text.slice(from));
}

/** The same where only plain text can stand: the names in brackets. */
export function spellPlainly(text: string): string {
  return spell(text, { plain: (same) => same, mark: (name) => `[${name}]` });
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
