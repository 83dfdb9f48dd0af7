import type { Step } from '../../evidence/evidence.ts';
import { html, type Markup } from '../markup.ts';
import { seconds } from './seconds.ts';

/** What each lane is called, by its step's `lane`. */
export type Lanes = Readonly<Record<Step['lane'], string>>;

/** The story in three lanes, as an ordered list: a step without a request is evidence too. */
export function renderTimeline(steps: readonly Step[], lanes: Lanes): Markup {
  const start = steps[0]?.at;
  if (start === undefined) return html``;
  const items = steps.map(
    (
      step,
    ) => html`<li class=${step.lane}><i>+${seconds(step.at - start)}</i><b>${lanes[step.lane]}</b><span>${step.text}${exchanges(step)}</span></li>
`,
  );
  return html`<h5>What happened from ${new Date(start).toISOString()}</h5>
<div class="lane-heads" aria-hidden="true"><span></span><span>${lanes.source}</span><span>${lanes.engine}</span><span>${lanes.target}</span></div>
<ol class="lanes">${items}</ol>
`;
}

function exchanges({ exchanges }: Step): Markup {
  if (exchanges.length === 0) return html``;
  const noun = exchanges.length === 1 ? 'exchange' : 'exchanges';
  return html` <small>${noun} ${exchanges.join(', ')}</small>`;
}
