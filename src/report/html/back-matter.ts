import type { Result } from '../result/model.ts';
import { html, type Markup } from '../text/markup.ts';
import { type AssumptionNumbers, renderAssumptions } from './assumed.ts';
import { legend } from './verdict-mark.ts';

/** What stands after the checklist: what was not understood, and what was assumed. */
export function renderBackMatter(result: Result, numbers: AssumptionNumbers): Markup {
  return html`${diagnostics(result)}${assumptions(result, renderAssumptions(result, numbers))}`;
}

/** The last lines: what the page is of, and that it is whole. */
export function renderFooter({ document, run }: Result, digest: string): Markup {
  return html`<footer>
<p>Made by syncproof ${run.version} of the document with SHA-256 <code>${document.digest}</code>. SHA-256 of this result, the times of the run left out: <code>${digest}</code>.</p>
<p>This page is whole: it loads nothing, and reads without its script, which only searches, filters, signs and unpacks evidence; without it, that of what passed is in checklist.json. The same data is in checklist.json; <code>syncproof sign --check</code> holds page, data and signatures against each other.</p>
</footer>
`;
}

function diagnostics({ diagnostics }: Result): Markup {
  if (diagnostics.length === 0) return html``;
  const items = diagnostics.map(
    ({ line, text, problem }) => html`<li><p>Line ${line}: ${problem}</p><pre>${text}</pre></li>
`,
  );
  return html`<section aria-labelledby="page-diagnostics">
<h2 id="page-diagnostics">What the reader could not take as it stands</h2>
<ul class="plain">${items}</ul>
</section>
`;
}

function assumptions({ assumptions }: Result, leantOn: Markup): Markup {
  const items = assumptions.map(
    ({ id, text }) => html`<li><code>${id}</code> ${text}
`,
  );
  return html`<section aria-labelledby="page-assumptions">
<h2 id="page-assumptions">Assumptions and limits</h2>
${leantOn}${
  items.length === 0
    ? html`<p>Nothing is assumed of the APIs as a whole.</p>`
    : html`<p>Not publicly known of the APIs as a whole, and chosen:</p>
<ul class="assumptions">${items}</ul>`
}
<p class="note">The <i>contract</i> of a system is what its API is taken to do; <code>mocks/BEHAVIOURS.md</code> lists it for our two, with sources. Times in the checks are virtual, not measured. Secrets are masked. JSON bodies are laid out on lines, others as sent. Texts above 64 kB are cut.</p>
${legend()}
</section>
`;
}
