import { allRequirements } from '../all-requirements.ts';
import { html, type Markup } from '../markup.ts';
import type { RequirementResult, Result } from '../model.ts';
import { anchorOf, fragment } from './anchors.ts';
import { legend, verdictMark } from './verdict-mark.ts';

/** What stands after the checklist: what was not understood, what was assumed, the sign-off. */
export function renderBackMatter(result: Result): Markup {
  return html`${diagnostics(result)}${assumptions(result)}${signOff(allRequirements(result))}`;
}

/** The last lines: what the page is of, and that it is whole. */
export function renderFooter({ document, run }: Result): Markup {
  return html`<footer>
<p>Made by syncproof ${run.version} of the document with SHA-256 <code>${document.digest}</code>.</p>
<p>This page is whole: it loads nothing and runs no script. The same data is in checklist.json.</p>
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

function assumptions({ assumptions }: Result): Markup {
  const items = assumptions.map(
    ({ id, text }) => html`<div><dt><code>${id}</code></dt><dd>${text}</dd></div>
`,
  );
  return html`<section aria-labelledby="page-assumptions">
<h2 id="page-assumptions">Assumptions and limits</h2>
${
  items.length === 0
    ? html`<p>No verdict leans on an assumption.</p>`
    : html`<p>The verdicts lean on what is not publicly known of the APIs and was chosen:</p>
<dl class="assumptions">${items}</dl>`
}
<p class="note">Times in the checks are virtual, not measured. Secrets are masked. JSON bodies are laid out on lines; apart from that, bodies are as sent. Texts above 64 kB are cut, and say so.</p>
${legend()}
</section>
`;
}

function signOff(requirements: readonly RequirementResult[]): Markup {
  const blank = html`<td></td>`;
  const blanks = [blank, blank, blank, blank];
  const rows = requirements.map(
    ({ id, verdict }) =>
      html`<tr><th scope="row"><a href=${fragment(anchorOf(id))}>${id}</a></th><td>${verdictMark(verdict)}</td>${blanks}</tr>
`,
  );
  return html`<section class="sign-off" aria-labelledby="page-sign-off">
<h2 id="page-sign-off">Sign-off</h2>
<p>Not signed. To sign on paper, print this page: a signature holds for the document and the run named on top, and for no other.</p>
<details><summary>Sheet with a line for each requirement</summary>
<table class="rows sheet"><caption>Accepted by</caption>
<thead><tr><th scope="col">Requirement</th><th scope="col">Verdict</th><th scope="col">Name</th><th scope="col">Role</th><th scope="col">Date</th><th scope="col">Signature</th></tr></thead>
<tbody>${rows}</tbody></table>
</details>
</section>
`;
}
