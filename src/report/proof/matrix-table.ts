import { html, type Markup } from '../text/markup.ts';
import type { Matrix } from './matrix.ts';
import type { Proof } from './proof.ts';
import { isRight } from './standing.ts';

/** A table with more columns than this cannot be read: each fault tells its requirements itself. */
const widest = 12;

/** Requirement by fault: how many checks of the one catch the other. Nothing where that is too wide. */
export function matrixTable(proof: Proof, { rows }: Matrix): Markup {
  const ids = [...new Set(proof.checks.map((check) => check.slice(0, check.lastIndexOf('#'))))];
  if (ids.length === 0 || ids.length > widest) return html``;
  const heads = ids.map((id, index) => html`<th scope="col" title=${id}>${index + 1}</th>`);
  const legend = ids.map(
    (id, index) => html`<li>${index + 1}. <code>${id}</code></li>
`,
  );
  const lines = rows
    .filter(({ requirements }) => requirements.length > 0)
    .map(({ engine }) => {
      const right = engine.rings.filter((ring) => ring.own && isRight(engine, ring));
      const cells = ids.map((id) => {
        const catching = new Set(right.filter((r) => r.requirement === id).map((r) => r.check));
        return html`<td>${catching.size === 0 ? '' : catching.size}</td>`;
      });
      return html`<tr><th scope="row"><a href=${`#${engine.name}`}>${engine.name}</a></th>${cells}</tr>
`;
    });
  return html`<section class="points" aria-labelledby="matrix">
<h2 id="matrix">Requirements and the faults that their checks catch</h2>
<ul>${legend}</ul>
<table><caption>Number of checks of each requirement that catch a fault; faults that need another document are left out</caption>
<thead><tr><th scope="col">Fault</th>${heads}</tr></thead>
<tbody>${lines}</tbody></table>
</section>
`;
}
