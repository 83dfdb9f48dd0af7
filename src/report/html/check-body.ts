import type { Evidence } from '../../evidence/evidence.ts';
import { cutEvidence } from '../cut-evidence.ts';
import { evidenceFile } from '../evidence-files.ts';
import { html, type Markup } from '../markup.ts';
import type { CheckResult } from '../model.ts';
import { checkAnchor, fragment } from './anchors.ts';
import type { Bodies } from './bodies.ts';
import { renderExchanges } from './exchanges.ts';
import { renderFields } from './fields.ts';
import { seconds } from './seconds.ts';
import { type Lanes, renderTimeline } from './timeline.ts';
import { renderViolation } from './violation.ts';

/** How evidence is told. */
interface Telling {
  readonly lanes: Lanes;
  readonly bodies: Bodies;
}

/** What a check's place in the document adds to it. */
interface CheckPlace extends Telling {
  /** Id of the requirement that it shows. */
  readonly requirement: string;
}

/** All that a check saw, and the command that runs it again. */
export function renderCheckBody(
  check: CheckResult,
  { requirement, lanes, bodies }: CheckPlace,
): Markup {
  const { violation, evidence, verdict, reason } = check;
  const how =
    verdict === 'passed'
      ? html`<p>${reason}</p>
`
      : html``;
  return html`<div class="body">
${how}${violation === undefined ? html`` : renderViolation(violation)}${
  evidence === undefined
    ? html`<p class="note">No evidence was recorded.</p>`
    : renderEvidence(evidence, { verdict, lanes, bodies })
}${replay(check)}<p class="place"><a class="self" href=${fragment(checkAnchor(requirement, check.id))}>${check.id}</a></p>
</div>
`;
}

function renderEvidence(
  whole: Evidence,
  { verdict, lanes, bodies }: Pick<CheckResult, 'verdict'> & Telling,
): Markup {
  const { evidence, leftOut } = cutEvidence(whole, verdict);
  const { steps, exchanges, fields } = evidence;
  const note =
    leftOut === ''
      ? html``
      : html`<p class="note">Left out here: ${leftOut}. The whole is in <code>${evidenceFile(whole).name}</code> beside this page.</p>
`;
  return html`${renderFields(fields)}${renderTimeline(steps, lanes)}${renderExchanges(exchanges, bodies)}${note}`;
}

function replay({ durationMs, evidence, replay }: CheckResult): Markup {
  const seed = evidence === undefined ? '' : `Seed ${evidence.seed}. `;
  const again = replay === '' ? html`` : html` Run it again: <code>${replay}</code>`;
  return html`<p class="replay">${seed}Took ${seconds(durationMs)}.${again}</p>
`;
}
