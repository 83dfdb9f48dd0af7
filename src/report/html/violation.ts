import type { Violation } from '../../checklist/violation.ts';
import { html, type Markup } from '../markup.ts';
import { exact } from './exact.ts';

/** What a failed check found: the law, the record in question, expected against found. */
export function renderViolation({ law, message, expected, found }: Violation): Markup {
  return html`<div class="violation">
<p class="law">${law}</p>
<p>${message}</p>
<dl>${side('Expected', expected)}${side('Found', found)}</dl>
</div>
`;
}

function side(name: string, text: string | undefined): Markup {
  if (text === undefined) return html``;
  const value = text === '' ? html`<i>nothing</i>` : exact(text);
  return html`<div><dt>${name}</dt><dd><code>${value}</code></dd></div>`;
}
