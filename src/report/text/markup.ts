import { escapeUTF8 } from 'entities/escape';
import { base91 } from './base91.ts';
import { shorten } from './long-text.ts';
import { spell } from './visible.ts';

/** Finished markup. Only the writers below make it, so that no other text gets into a page raw. */
class Written {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** Markup made by `html` or `xml`. The class stays in this file: nothing else can make one. */
export type Markup = Written;

/** What a template takes: texts and numbers are escaped, markup is written as it is. */
export type Part = string | number | Markup | readonly Markup[];

/** A template tag that writes markup. */
export type Writer = (chunks: TemplateStringsArray, ...parts: readonly Part[]) => Markup;

/** Where a value stands in its template. */
type Place = 'content' | 'tag' | 'quoted';

/** Writes HTML: in content, invisible characters and cuts become boxed marks. */
export const html: Writer = writer({
  mark: (name) => `<span class="mark">${name}</span>`,
  cut: (note) => `<span class="cut">${note}</span>`,
  // A page has tens of thousands of such values.
  bare: /^[\w#:.-]{1,100}$/,
});

/** Writes XML 1.0: the same, but marks and cuts are plain text in brackets. */
export const xml: Writer = writer({ mark: bracketed, cut: bracketed });

/** A file of our own, as it is: styles and scripts. Never for data, which the writers escape. */
export function ownSource(text: string): Markup {
  return new Written(text);
}

/** Bytes as text that can stand in a page's script, however long: it needs no escape. */
export function inert(bytes: Uint8Array): Markup {
  return new Written(base91(bytes));
}

interface Dress {
  mark(name: string): string;
  cut(note: string): string;
  /** Attribute values that need no quotes. */
  readonly bare?: RegExp;
}

function writer(dress: Dress): Writer {
  const content = (text: string): string => dressed(text, dress);
  return (chunks, ...parts) => {
    const places = placesOf(chunks);
    let markup = chunks[0] ?? '';
    for (const [index, part] of parts.entries()) {
      markup += write(part, places[index] === 'content' ? content : valueAt(places[index], dress));
      markup += chunks[index + 1] ?? '';
    }
    return new Written(markup);
  };
}

function write(part: Part, text: (text: string) => string): string {
  if (part instanceof Written) return part.toString();
  return typeof part === 'object'
    ? part.map((each) => write(each, text)).join('')
    : text(String(part));
}

/** An attribute value; one that the template left without quotes gets them here, if it needs any. */
function valueAt(place: Place | undefined, { bare }: Dress): (text: string) => string {
  const value = (text: string): string =>
    dressed(text, { mark: bracketed, cut: bracketed }).replaceAll('\n', '&#10;');
  if (place === 'quoted') return value;
  return (text) => (bare?.test(text) ? text : `"${value(text)}"`);
}

function dressed(text: string, { mark, cut }: Dress): string {
  const { text: start, note } = shorten(text);
  const written = spell(start, { plain: escaped, mark });
  return note === undefined ? written : written + cut(note);
}

function escaped(text: string): string {
  return escapeUTF8(text).replaceAll('`', '&#96;');
}

function bracketed(text: string): string {
  return `[${text}]`;
}

const known = new WeakMap<TemplateStringsArray, readonly Place[]>();

/** The place after each chunk; read once for each template, however often it is written. */
function placesOf(chunks: TemplateStringsArray): readonly Place[] {
  const before = known.get(chunks);
  if (before !== undefined) return before;
  let place: Place = 'content';
  const places = chunks.map((chunk) => {
    for (const character of chunk) place = next(place, character);
    return place;
  });
  known.set(chunks, places);
  return places;
}

function next(place: Place, character: string): Place {
  if (place === 'content') return character === '<' ? 'tag' : 'content';
  if (character === '"') return place === 'tag' ? 'quoted' : 'tag';
  return place === 'tag' && character === '>' ? 'content' : place;
}
