import { html, type Markup } from '../markup.ts';
import type { CheckResult } from '../model.ts';
import { checkAnchor } from './anchors.ts';
import { renderExchanges } from './exchanges.ts';
import { renderFields } from './fields.ts';
import { seconds } from './seconds.ts';
import { type Lanes, renderTimeline } from './timeline.ts';
import { verdictMark } from './verdict-mark.ts';
import { renderViolation } from './violation.ts';

/** What a check's place in the document adds to it. */
export interface CheckPlace {
  /** Id of the requirement that it shows. */
  readonly requirement: string;
  readonly lanes: Lanes;
  /** Whether the evidence of checks that passed is on the page. */
  readonly passingEvidence: boolean;
}

/** One check: a row with its verdict and reason, which opens to all that it saw. */
export function renderCheck(check: CheckResult, place: CheckPlace): Markup {
  const anchor = checkAnchor(place.requirement, check.id);
  const open = check.verdict === 'failed' ? html` open` : html``;
  return html`<details class="check" id=${anchor}${open}>
<summary>${verdictMark(check.verdict)}<span class="title">${check.title}<span class="reason">${check.reason}</span></span></summary>
<div class="body">
${check.violation === undefined ? html`` : renderViolation(check.violation)}${evidence(check, place)}${replay(check)}</div>
</details>
`;
}

function evidence({ evidence, verdict }: CheckResult, place: CheckPlace): Markup {
  if (evidence === undefined) return html`<p class="note">No evidence was recorded.</p>`;
  if (verdict === 'passed' && !place.passingEvidence) {
    return html`<p class="note">Left out to keep the page small: checklist.json has it.</p>`;
  }
  const { steps, exchanges, fields } = evidence;
  return html`${renderFields(fields)}${renderTimeline(steps, place.lanes)}${renderExchanges(exchanges)}`;
}

function replay({ durationMs, evidence, replay }: CheckResult): Markup {
  const seed = evidence === undefined ? '' : `Seed ${evidence.seed}. `;
  const again = replay === '' ? html`` : html` Run it again: <code>${replay}</code>`;
  return html`<p class="replay">${seed}Took ${seconds(durationMs)}.${again}</p>
`;
}
