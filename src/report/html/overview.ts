import { type Counts, countVerdicts } from '../../checklist/counts.ts';
import { type Verdict, verdicts } from '../../checklist/verdict.ts';
import { allRequirements } from '../result/all-requirements.ts';
import type { Result, SectionResult } from '../result/model.ts';
import { countsInWords } from '../text/counts.ts';
import { grouped } from '../text/long-text.ts';
import { html, type Markup } from '../text/markup.ts';
import { fragment } from './anchors.ts';
import { sectionAnchor } from './section-anchor.ts';
import { verdictWord } from './verdict-mark.ts';

/** The table of sections: how many requirements, and what became of them. */
export function renderOverview(result: Result): Markup {
  const total = countVerdicts(allRequirements(result));
  const columns = verdicts.filter((verdict) => total[verdict] > 0);
  const heads = ['All', ...columns.map(verdictWord)];
  return html`<nav class="overview" aria-labelledby="page-sections">
<h2 id="page-sections">Sections</h2>
<table>
<caption>Requirements of each section, by verdict</caption>
<thead><tr><th scope="col">Section</th>${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead>
<tbody>
${result.sections.map((section) => row(section, columns))}</tbody>
<tfoot><tr><th scope="row">The whole document${narrow(total)}</th>${cells(total, columns)}</tr></tfoot>
</table>
</nav>
`;
}

function row(section: SectionResult, columns: readonly Verdict[]): Markup {
  const counts = countVerdicts(section.requirements);
  const link = html`<a href=${fragment(sectionAnchor(section))}>${section.heading}</a>`;
  return html`<tr><th scope="row">${link}${narrow(counts)}</th>${cells(counts, columns)}</tr>
`;
}

/** On a phone the counts stand as words below the name, instead of in columns. */
function narrow(counts: Counts): Markup {
  return html`<span class="narrow">${countsInWords(counts, ', ')}</span>`;
}

function cells(counts: Counts, columns: readonly Verdict[]): readonly Markup[] {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    html`<td class="number">${grouped(all)}</td>`,
    ...columns.map((verdict) => cell(counts[verdict], verdict)),
  ];
}

function cell(count: number, verdict: Verdict): Markup {
  return count === 0
    ? html`<td class="number none">–</td>`
    : html`<td class="number ${verdict}">${grouped(count)}</td>`;
}
