/** The first private-use character, and how many there are in a row. */
const first = 0xe000;
const most = 6400;

/** Markup in a short form: gzip sees only 32 kB back, which tags would fill. */
export interface TagCodes {
  /**
   * Markup with each run of tags as one private-use character, none of which stands in markup.
   * Links and references to bodies are hardly ever twice the same, and stay.
   */
  coded(markup: string): string;
  /** The runs, by their character's place after U+E000. */
  all(): readonly string[];
}

/** No runs yet. What does not fit any more stays as it is. */
export function tagCodes(): TagCodes {
  const places = new Map<string, number>();
  const code = (run: string): string => {
    const place = places.get(run) ?? places.size;
    if (place >= most) return run;
    places.set(run, place);
    return String.fromCharCode(first + place);
  };
  return {
    coded: (markup) => markup.replaceAll(/(?:\n?<(?![^>]*(?:href|data-body))[^>]*>)+/g, code),
    all: () => [...places.keys()],
  };
}
