import type { Finding } from '../../checklist/finding.ts';
import type { RequirementResult, Waiver } from '../result/model.ts';
import { html, type Markup } from '../text/markup.ts';
import type { AssumptionLink } from './assumed.ts';
import { findingWords } from './kind-words.ts';

/** What contradicts a promise. */
export function renderFindings({ findings }: RequirementResult, link: AssumptionLink): Markup {
  if (findings.length === 0) return html``;
  return html`<ul class="findings">${findings.map((finding) => renderFinding(finding, link))}</ul>
`;
}

/** What people have to say, or have said, to what no check shows: `day` is the day of the run. */
export function renderAnswers({ verdict, waiver }: RequirementResult, day: string): Markup {
  const question =
    verdict === 'manual'
      ? html`<p class="standing"><b>For a person to answer.</b> Sign it with a remark that says what was looked at, and what was seen.</p>
`
      : html``;
  if (waiver === undefined) return question;
  const { name, reason } = waiver;
  const state = verdict === 'waived' ? `until ${waiver.until}` : idleState(waiver, day);
  return html`${question}<p class="standing waiver"><b>Waiver</b> by ${name}, ${state}. <q>${reason}</q></p>
`;
}

function idleState({ until }: Waiver, day: string): string {
  return day > until
    ? `which ended on ${until} and no longer counts`
    : `until ${until}, which is not needed now`;
}

function renderFinding(finding: Finding, link: AssumptionLink): Markup {
  const { kind, text, settled, source, assumed } = finding;
  const settledLine = settled === undefined ? html`` : html`<p>Settled: ${settled}</p>`;
  const note = assumed === undefined ? html`` : html` ${link(assumed, html`assumed`)}`;
  return html`<li><p><b>${findingWords[kind]}.</b> ${text} <cite>${source}</cite>${note}</p>${settledLine}</li>`;
}
