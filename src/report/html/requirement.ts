import type { Finding } from '../../checklist/finding.ts';
import { html, type Markup } from '../markup.ts';
import type { RequirementResult } from '../model.ts';
import { anchorOf, fragment } from './anchors.ts';
import { renderCheck } from './check.ts';
import { findingWords, requirementWords } from './kind-words.ts';
import type { Lanes } from './timeline.ts';
import { verdictMark } from './verdict-mark.ts';

/** What the rest of the page adds to a requirement. */
export interface RequirementPlace {
  readonly lanes: Lanes;
  readonly passingEvidence: boolean;
  /** The requirement that fails after this one, by id, where both fail. */
  readonly nextFailing: ReadonlyMap<string, string>;
}

/** One promise: the verdict, the document's own words, why, what contradicts it, its checks. */
export function renderRequirement(requirement: RequirementResult, place: RequirementPlace): Markup {
  const { id, kind, line, text, verdict, reason, findings, checks } = requirement;
  const anchor = anchorOf(id);
  return html`<article class="requirement ${verdict}" id=${anchor}>
<h4>${verdictMark(verdict)} <q>${text}</q></h4>
<div class="rest">
<p class="place"><a class="self" href=${fragment(anchor)}>${id}</a> · line ${line} · ${requirementWords[kind]}</p>
<p class="reason">${reason}</p>
${findings.length === 0 ? html`` : html`<ul class="findings">${findings.map(renderFinding)}</ul>`}${checks.map((check) => renderCheck(check, { requirement: id, ...place }))}${nextLink(place.nextFailing.get(id))}</div>
</article>
`;
}

function renderFinding({ kind, text, settled, source, assumed }: Finding): Markup {
  const settledLine = settled === undefined ? html`` : html`<p>Settled: ${settled}</p>`;
  const assumedLine =
    assumed === undefined ? html`` : html`<p><b class="assumed">Assumed</b> ${assumed}</p>`;
  return html`<li><p><b>${findingWords[kind]}.</b> ${text} <cite>${source}</cite></p>${settledLine}${assumedLine}</li>`;
}

function nextLink(id: string | undefined): Markup {
  if (id === undefined) return html``;
  return html`<p class="next"><a href=${fragment(anchorOf(id))}>Next that fails: ${id}</a></p>
`;
}
