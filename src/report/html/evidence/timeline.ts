import type { Step } from '../../../evidence/evidence.ts';
import { html, type Markup } from '../../text/markup.ts';
import { moment } from '../../text/moment.ts';
import { duration } from '../duration.ts';
import type { Telling } from './telling.ts';

/** What each lane is called, by its step's `lane`. */
export type Lanes = Readonly<Record<Step['lane'], string>>;

interface Told extends Pick<Telling, 'part'> {
  readonly lanes: Lanes;
}

/** The story in three lanes, as an ordered list: a step without a request is evidence too. */
export function renderTimeline(steps: readonly Step[], { lanes, part }: Told): Markup {
  const start = steps[0]?.at;
  if (start === undefined) return html``;
  const items = steps.map(
    (
      step,
    ) => html`<li class=${step.lane}><i>+${duration(step.at - start)}</i><b>${lanes[step.lane]}</b><span>${step.text}${exchanges(step)}</span></li>
`,
  );
  return html`${part(`What happened from ${moment(new Date(start).toISOString())}`)}
<div class="lane-heads" aria-hidden="true"><span></span><span>${lanes.source}</span><span>${lanes.engine}</span><span>${lanes.target}</span></div>
<ol class="lanes">${items}</ol>
`;
}

function exchanges({ exchanges }: Step): Markup {
  if (exchanges.length === 0) return html``;
  const noun = exchanges.length === 1 ? 'exchange' : 'exchanges';
  return html` <small>${noun} ${exchanges.join(', ')}</small>`;
}
