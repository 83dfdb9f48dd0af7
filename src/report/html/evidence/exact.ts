import type { Value } from '../../../value.ts';
import { grouped } from '../../text/long-text.ts';
import { html, type Markup } from '../../text/markup.ts';

/**
 * A text to the last character: blanks at its ends, which a browser would show as nothing, are
 * marked, since `"A "` against `"A"` is a classic of synchronisation.
 */
export function exact(text: string): Markup {
  const core = text.trim();
  if (core === '') return blanks(text);
  const start = text.indexOf(core);
  return html`${blanks(text.slice(0, start))}${core}${blanks(text.slice(start + core.length))}`;
}

/** A property's value in the spelling of JSON, so that `1` and `"1"` differ; `null` is "empty". */
export function exactValue(value: Value): Markup {
  if (value === null) return html`<i>empty</i>`;
  if (typeof value === 'string') return html`"${exact(value)}"`;
  if (typeof value !== 'object') return html`${String(value)}`;
  const items = value.map((item, index) => html`${index === 0 ? '' : ', '}${exactValue(item)}`);
  return html`[${items}]`;
}

/** More blanks in a row than this are counted instead of shown. */
const countable = 8;

function blanks(text: string): Markup {
  if (text.length > countable)
    return html`<span class="mark">${grouped(text.length)} blanks</span>`;
  return html`${[...text].map(blankMark)}`;
}

function blankMark(blank: string): Markup {
  if (blank === ' ') return html`<span class="mark">space</span>`;
  return blank === '\n' ? html`<span class="mark">new line</span>` : html`${blank}`;
}
