import type { CheckResult } from '../../result/model.ts';
import { html, type Markup } from '../../text/markup.ts';
import { duration } from '../duration.ts';
import { cutEvidence } from './cut-evidence.ts';
import { renderEvidence } from './evidence.ts';
import { evidenceName } from './evidence-name.ts';
import type { PlacedCheck } from './placed-check.ts';
import type { Telling } from './telling.ts';
import { renderViolation } from './violation.ts';

interface Shown extends Telling {
  /** The link that leads here, `#…` or `?…`. */
  readonly self: string;
}

/** What a check saw, as far as the page tells it, and the command that runs it again. */
export function renderCheckBody(placed: PlacedCheck, shown: Shown): Markup {
  const { check } = placed;
  const { violation, verdict, reason } = check;
  const how =
    verdict === 'passed'
      ? html`<p>${reason}</p>
`
      : html``;
  return html`<div class="body">
${how}${violation === undefined ? html`` : renderViolation(violation)}${saw(placed, shown)}${replay(check)}<p class="place"><a class="self" href=${shown.self}>${check.id}</a></p>
</div>
`;
}

function saw(placed: PlacedCheck, shown: Shown): Markup {
  const { check, lanes } = placed;
  if (check.evidence === undefined) return html`<p class="note">No evidence was recorded.</p>`;
  const { evidence, leftOut } = cutEvidence(check.evidence, check.verdict);
  const note =
    leftOut === ''
      ? html``
      : html`<p class="note">Left out here: ${leftOut}. <a href=${evidenceName(placed)}>The whole evidence</a> is in a file beside this page.</p>
`;
  return html`${renderEvidence(evidence, { ...shown, lanes })}${note}`;
}

function replay({ durationMs, evidence, replay }: CheckResult): Markup {
  const seed = evidence === undefined ? '' : `Seed ${evidence.seed}. `;
  const again = replay === '' ? html`` : html` Run it again: <code>${replay}</code>`;
  return html`<p class="replay">${seed}Took ${duration(durationMs)}.${again}</p>
`;
}
