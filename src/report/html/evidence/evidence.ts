import type { Evidence } from '../../../evidence/evidence.ts';
import { html, type Markup } from '../../text/markup.ts';
import { renderExchanges } from './exchanges.ts';
import { renderFields } from './fields.ts';
import type { Telling } from './telling.ts';
import { type Lanes, renderTimeline } from './timeline.ts';

interface Told extends Telling {
  readonly lanes: Lanes;
}

/** What a check saw: the records before and after, what happened, who asked what of whom. */
export function renderEvidence({ fields, steps, exchanges }: Evidence, told: Told): Markup {
  return html`${renderFields(fields)}${renderTimeline(steps, told)}${renderExchanges(exchanges, told)}`;
}
