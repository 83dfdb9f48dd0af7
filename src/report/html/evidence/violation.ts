import type { Violation } from '../../../checklist/violation.ts';
import { html, type Markup } from '../../text/markup.ts';
import { differingTexts } from './difference.ts';
import { exact } from './exact.ts';
import { lawWords } from './law-words.ts';

/** What a failed check found: the law in words, the record in question, expected against found. */
export function renderViolation({ law, message, expected, found }: Violation): Markup {
  return html`<div class="violation">
<p class="law">${law}</p>
${meaningOf(law)}<p>${message}</p>
<dl>${sides(expected, found)}</dl>
</div>
`;
}

function meaningOf(law: string): Markup {
  const meaning = lawWords.get(law);
  if (meaning === undefined) return html``;
  return html`<p class="meaning">${meaning}</p>
`;
}

function sides(expected: string | undefined, found: string | undefined): readonly Markup[] {
  if (expected !== undefined && found !== undefined) {
    const [wanted, got] = differingTexts(expected, found);
    return [
      side('Expected', expected === '' ? nothing : wanted),
      side('Found', found === '' ? nothing : got),
    ];
  }
  const given = (name: string, text: string | undefined): readonly Markup[] =>
    text === undefined ? [] : [side(name, text === '' ? nothing : exact(text))];
  return [...given('Expected', expected), ...given('Found', found)];
}

const nothing = html`<i>nothing</i>`;

function side(name: string, value: Markup): Markup {
  return html`<div><dt>${name}</dt><dd><code>${value}</code></dd></div>`;
}
