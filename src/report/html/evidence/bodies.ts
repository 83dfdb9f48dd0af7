import { html, type Markup } from '../../text/markup.ts';
import { layOutJson } from './json-layout.ts';

/** How the bodies of requests and answers get into a page. */
export interface Bodies {
  written(text: string): Markup;
}

/** Each where it belongs: what is read without script has to stand there. */
export const bodiesInPlace: Bodies = {
  written: (text) => html`<pre>${layOutJson(text)}</pre>`,
};

/** More at once would be cut. No piece ends within a surrogate pair. */
const piece = /[\s\S]{1,32768}(?![\uDC00-\uDFFF])|[\s\S]/g;

/** Each where it belongs, and none cut. */
export const wholeBodies: Bodies = {
  written: (text) =>
    html`<pre>${(layOutJson(text).match(piece) ?? []).map((each) => html`${each}`)}</pre>`,
};

/** Shorter bodies cost less than the reference to them. */
const shortest = 80;

/** Bodies that are kept apart, each once, and put in their places by the page's script. */
export interface StoredBodies extends Bodies {
  /** What was stored, by the number that stands in its places' `data-body`. */
  all(): readonly string[];
}

/** An empty store. */
export function storedBodies(): StoredBodies {
  const numbers = new Map<string, number>();
  return {
    written: (text) => {
      if (text.length < shortest) return bodiesInPlace.written(text);
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return html`<pre data-body="${number}"></pre>`;
    },
    all: () => [...numbers.keys()].map((text) => html`${layOutJson(text)}`.toString()),
  };
}
