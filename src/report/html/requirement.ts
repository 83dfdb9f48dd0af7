import type { Finding } from '../../checklist/finding.ts';
import { html, type Markup } from '../markup.ts';
import type { RequirementResult } from '../model.ts';
import type { Standing } from '../signatures/verify.ts';
import { anchorOf, checkAnchor, fragment } from './anchors.ts';
import { renderCheck } from './check.ts';
import type { InlineBodies } from './evidence-plan.ts';
import { findingWords, requirementWords } from './kind-words.ts';
import { renderStanding, standingWord } from './standing.ts';
import { verdictMark } from './verdict-mark.ts';

/** What the rest of the page adds to a requirement. */
export interface RequirementPlace {
  readonly inline: InlineBodies;
  /** The requirement that fails after this one, by id, where both fail. */
  readonly nextFailing: ReadonlyMap<string, string>;
  /** Where requirements stand with their signers, by id. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** The day of the run, `2026-11-23`: what waivers are held against. */
  readonly day: string;
}

/** One promise: the verdict, the document's own words, why, what contradicts it, its checks. */
export function renderRequirement(requirement: RequirementResult, place: RequirementPlace): Markup {
  const { id, kind, line, text, verdict, reason, checks } = requirement;
  const anchor = anchorOf(id);
  const standing = place.standings.get(id);
  const rows = checks.map((check) =>
    renderCheck(id, check, place.inline.get(checkAnchor(id, check.id))),
  );
  return html`<article class="requirement ${verdict}" id=${anchor}>
<h4>${verdictMark(verdict)} <q>${text}</q></h4>
<div class="rest">
<p class="place"><a class="self" href=${fragment(anchor)}>${id}</a> · line ${line} · ${requirementWords[kind]} · ${standingWord(standing)}</p>
<p class="reason">${reason}</p>
${question(requirement)}${renderWaiver(requirement, place.day)}${renderStanding(standing)}${notes(requirement)}${rows}${nextLink(place.nextFailing.get(id))}</div>
</article>
`;
}

/** What contradicts the promise, what it leans on, and what its checks are proved to catch. */
function notes({ findings, leansOn = [], catches = [] }: RequirementResult): Markup {
  const leanings = leansOn.map(
    ({ subject, text }) =>
      html`<li><p><b class="assumed">Assumed</b> of <code>${subject}</code>: ${text}</p></li>`,
  );
  const list =
    findings.length + leanings.length === 0
      ? html``
      : html`<ul class="findings">${findings.map(renderFinding)}${leanings}</ul>
`;
  const caught =
    catches.length === 0
      ? html``
      : html`<details class="catches"><summary>Its checks are proved to catch ${catches.length} ${catches.length === 1 ? 'fault' : 'faults'}</summary><ul class="plain">${catches.map((fault) => html`<li>${fault}</li>`)}</ul></details>
`;
  return html`${list}${caught}`;
}

function renderFinding({ kind, text, settled, source, assumed }: Finding): Markup {
  const settledLine = settled === undefined ? html`` : html`<p>Settled: ${settled}</p>`;
  const assumedLine =
    assumed === undefined ? html`` : html`<p><b class="assumed">Assumed</b> ${assumed}</p>`;
  return html`<li><p><b>${findingWords[kind]}.</b> ${text} <cite>${source}</cite></p>${settledLine}${assumedLine}</li>`;
}

function question({ verdict }: RequirementResult): Markup {
  if (verdict !== 'manual') return html``;
  return html`<p class="standing"><b>For a person to answer.</b> Sign it with a remark that says what was looked at, and what was seen.</p>
`;
}

function renderWaiver({ waiver, verdict }: RequirementResult, day: string): Markup {
  if (waiver === undefined) return html``;
  const { name, reason, until } = waiver;
  const state =
    verdict === 'waived'
      ? `until ${until}`
      : day > until
        ? `which ended on ${until} and no longer counts`
        : `until ${until}, which is not needed now`;
  return html`<p class="standing waiver"><b>Waiver</b> by ${name}, ${state}. <q>${reason}</q></p>
`;
}

function nextLink(id: string | undefined): Markup {
  if (id === undefined) return html``;
  return html`<p class="next"><a href=${fragment(anchorOf(id))}>Next that fails: ${id}</a></p>
`;
}
