/** A text to be found and what is written in its place. */
export interface Needle {
  readonly find: string;
  readonly mask: string;
  /** Characters around a find that belong to it: the rest of a base64 text. */
  readonly around: RegExp | undefined;
  /** Set where it is found only as the whole text, being too short for more. */
  readonly alone?: boolean;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly mask: string;
}

/** Masks every find, the longest first; in one pass, so that a mask is never searched itself. */
export function maskAll(text: string, needles: readonly Needle[]): string {
  const spans = needles
    .flatMap((needle) => spansOf(text, needle))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  let written = '';
  let end = 0;
  for (const span of spans) {
    if (span.from >= end) written += text.slice(end, span.from) + span.mask;
    end = Math.max(end, span.to);
  }
  return written + text.slice(end);
}

function spansOf(text: string, { find, mask, around, alone }: Needle): readonly Span[] {
  if (alone === true) return text === find ? [{ from: 0, to: text.length, mask }] : [];
  const spans: Span[] = [];
  let at = text.indexOf(find);
  while (at !== -1) {
    let from = at;
    let to = at + find.length;
    while (around?.test(text.charAt(from - 1))) from -= 1;
    while (around?.test(text.charAt(to))) to += 1;
    spans.push({ from, to, mask });
    at = text.indexOf(find, to);
  }
  return spans;
}
