import type { Value } from '../../../value.ts';
import { html, type Markup } from '../../text/markup.ts';
import { exact, exactValue } from './exact.ts';

/** Longer texts are marked whole: in them nobody looks for one character. */
const longest = 10_000;

/**
 * Two values, each with what it has and the other has not in a `mark`; none beside an empty one,
 * which differs in all.
 */
export function differingValues(before: Value, after: Value): readonly [Markup, Markup] {
  if (before === null || after === null) return [exactValue(before), exactValue(after)];
  if (typeof before === 'string' && typeof after === 'string') {
    const [one, other] = differingTexts(before, after);
    return [html`"${one}"`, html`"${other}"`];
  }
  return [marked(exactValue(before)), marked(exactValue(after))];
}

/** The same for two texts, without quotes. */
export function differingTexts(before: string, after: string): readonly [Markup, Markup] {
  if (before === after || before.length > longest || after.length > longest) {
    return [exact(before), exact(after)];
  }
  const [one, other] = [[...before], [...after]];
  const start = common(one, other);
  const end = common(one.slice(start).reverse(), other.slice(start).reverse());
  return [markMiddle(one, start, end), markMiddle(other, start, end)];
}

/** How many characters two texts begin with in common. */
function common(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((character, index) => character !== other[index]);
  return differs === -1 ? one.length : differs;
}

function markMiddle(characters: readonly string[], start: number, end: number): Markup {
  const middle = characters.slice(start, characters.length - end).join('');
  const head = characters.slice(0, start).join('');
  const tail = characters.slice(characters.length - end).join('');
  // Blanks at the ends of the whole are to be seen as well, those beside the mark are not at an end.
  const first = head.trimStart();
  const last = tail.trimEnd();
  return html`${exact(head.slice(0, head.length - first.length))}${first}${
    middle === '' ? html`` : marked(exact(middle))
  }${last}${exact(tail.slice(last.length))}`;
}

function marked(what: Markup): Markup {
  return html`<mark>${what}</mark>`;
}
