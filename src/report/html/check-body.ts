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

/** What a check's place in the document adds to it. */
export interface CheckPlace {
  /** Id of the requirement that it shows. */
  readonly requirement: string;
  readonly lanes: Lanes;
}

/** All that a check saw, and the command that runs it again. */
export function renderCheckBody(
  check: CheckResult,
  { requirement, lanes, bodies }: CheckPlace & { readonly bodies: Bodies },
): Markup {
  const { violation, evidence } = check;
  return html`<div class="body">
${violation === undefined ? html`` : renderViolation(violation)}${
  evidence === undefined
    ? html`<p class="note">No evidence was recorded.</p>`
    : renderEvidence(evidence, lanes, bodies)
}${replay(check)}<p class="place"><a class="self" href=${fragment(checkAnchor(requirement, check.id))}>${check.id}</a></p>
</div>
`;
}

function renderEvidence(
  whole: NonNullable<CheckResult['evidence']>,
  lanes: Lanes,
  bodies: Bodies,
): Markup {
  const { evidence, leftOut } = cutEvidence(whole);
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
