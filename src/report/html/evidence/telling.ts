import { html, type Markup } from '../../text/markup.ts';
import { type Bodies, wholeBodies } from './bodies.ts';

/** How evidence is told: it stands deep in the page, or alone in a file of its own. */
export interface Telling {
  readonly bodies: Bodies;
  /** Heads a part of it, and a half of an exchange: no level of headings is left out. */
  part(text: string): Markup;
  half(text: string): Markup;
}

/** In the page, below the document's, its sections' and its requirements' headings. */
export function inPage(bodies: Bodies): Telling {
  return {
    bodies,
    part: (text) => html`<h5>${text}</h5>`,
    half: (text) => html`<h6>${text}</h6>`,
  };
}

/** In a file of its own, where nothing is left out. */
export const inFile: Telling = {
  bodies: wholeBodies,
  part: (text) => html`<h2>${text}</h2>`,
  half: (text) => html`<h3>${text}</h3>`,
};
