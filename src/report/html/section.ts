import { countVerdicts } from '../../checklist/counts.ts';
import type { MergeRow } from '../../dataflow/dataflow.ts';
import type { RequirementResult, SectionResult } from '../result/model.ts';
import { countsInWords } from '../text/counts.ts';
import { html, type Markup } from '../text/markup.ts';
import { anchorOf, fragment } from './anchors.ts';
import { type RequirementPlace, renderRequirement } from './requirement.ts';
import { sectionAnchor } from './section-anchor.ts';
import { verdictMark } from './verdict-mark.ts';

/** One section of the document: its tables at a glance, then its requirements in order. */
export function renderSection(section: SectionResult, place: RequirementPlace): Markup {
  const anchor = sectionAnchor(section);
  const counts = countsInWords(countVerdicts(section.requirements), ', ');
  return html`<section class="section" id=${anchor} aria-labelledby="${anchor}-heading">
<h3 id="${anchor}-heading">${section.heading}</h3>
<p class="note">Line ${section.line} · ${counts}</p>
${properties(section)}${merges(section)}${section.requirements.map((requirement) => renderRequirement(requirement, place))}</section>
`;
}

function properties({ properties, requirements, source, target }: SectionResult): Markup {
  if (properties.length === 0) {
    return html`<p class="note">The document maps no property here.</p>
`;
  }
  const promises = new Map(
    requirements.filter(({ kind }) => kind === 'property').map((each) => [each.line, each]),
  );
  const rows = properties.map(
    (row) =>
      html`<tr><td>${row.source}</td><td>${row.target}</td><td>${row.type}</td><td>${row.line}</td><td>${link(promises.get(row.line))}</td></tr>
`,
  );
  return html`<table class="rows"><caption>Properties that the document maps, each both ways</caption>
<thead><tr><th scope="col">${source}</th><th scope="col">${target}</th><th scope="col">Data type</th><th scope="col">Line</th><th scope="col">Verdict</th></tr></thead>
<tbody>${rows}</tbody></table>
`;
}

function link(requirement: RequirementResult | undefined): Markup {
  if (requirement === undefined) return html`–`;
  const { id, verdict } = requirement;
  return html`<a href=${fragment(anchorOf(id))}>${verdictMark(verdict)}</a>`;
}

function merges({ mergeOn, source, target }: SectionResult): Markup {
  if (mergeOn.length === 0) return html``;
  const cells = (row: MergeRow): Markup =>
    html`<tr><td>${row.source}</td><td>${row.target}</td><td>${row.line}</td></tr>
`;
  return html`<table class="rows"><caption>Existing records are linked when any one row matches</caption>
<thead><tr><th scope="col">${source}</th><th scope="col">${target}</th><th scope="col">Line</th></tr></thead>
<tbody>${mergeOn.map(cells)}</tbody></table>
`;
}
