/** The first private-use character, and how many there are in a row. */
const first = 0xe000;
const most = 6400;

/** A run of tags. Links and references to bodies are hardly ever twice the same, and stay in texts. */
const run = /((?:\n?<(?![^>]*(?:href|data-body))[^>]*>)+)/;

/** Markup taken apart: gzip looks 32 kB back, and finds more where like stands beside like. */
export interface Columns {
  /** Each piece of markup as its runs of tags, a private-use character for each. */
  readonly pieces: readonly string[];
  /** The runs, by their character's place after U+E000; the first is no tag at all. */
  readonly tags: readonly string[];
  /** The texts that follow each run, in the order of the pieces. */
  readonly texts: readonly (readonly string[])[];
}

/** Takes pieces of markup apart. A run that no character is left for becomes a text. */
export function columnsOf(markups: readonly string[]): Columns {
  const places = new Map<string, number>();
  const texts: string[][] = [];
  const coded = (tags: string, text: string): string => {
    const known = places.get(tags) ?? places.size;
    const place = known < most ? known : 0;
    if (place === places.size) places.set(tags, place);
    texts[place] ??= [];
    texts[place].push(known < most ? text : tags + text);
    return String.fromCharCode(first + place);
  };
  const pieces = markups.map((markup) => {
    // The text before the first run goes first: no run at all has the first place.
    const [start = '', ...rest] = markup.split(run);
    let piece = coded('', start);
    for (let at = 0; at < rest.length; at += 2) piece += coded(rest[at] ?? '', rest[at + 1] ?? '');
    return piece;
  });
  return { pieces, tags: [...places.keys()], texts };
}
