import type { Finding } from '../../checklist/finding.ts';
import { html, type Markup } from '../markup.ts';
import type { Leaning, RequirementResult, Waiver } from '../model.ts';
import { findingWords } from './kind-words.ts';

/** What contradicts a promise, and what it leans on. */
export function renderNotes({ findings, leansOn = [] }: RequirementResult): Markup {
  const notes = [...findings.map(renderFinding), ...leansOn.map(renderLeaning)];
  if (notes.length === 0) return html``;
  return html`<ul class="findings">${notes}</ul>
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

function renderFinding({ kind, text, settled, source, assumed }: Finding): Markup {
  const settledLine = settled === undefined ? html`` : html`<p>Settled: ${settled}</p>`;
  const assumedLine =
    assumed === undefined ? html`` : html`<p><b class="assumed">Assumed</b> ${assumed}</p>`;
  return html`<li><p><b>${findingWords[kind]}.</b> ${text} <cite>${source}</cite></p>${settledLine}${assumedLine}</li>`;
}

function renderLeaning({ subject, text }: Leaning): Markup {
  return html`<li><p><b class="assumed">Assumed</b> of <code>${subject}</code>: ${text}</p></li>`;
}
