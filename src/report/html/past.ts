import { fateWords } from '../compare/fate-words.ts';
import { type Fate, fates } from '../compare/fates.ts';
import { renderHistory } from '../past/history-view.ts';
import { summaryOf } from '../past/remember.ts';
import type { Since, Turn } from '../past/since.ts';
import type { Result } from '../result/model.ts';
import type { Verified } from '../signatures/verify.ts';
import { grouped } from '../text/long-text.ts';
import { html, type Markup } from '../text/markup.ts';
import { moment } from '../text/moment.ts';
import { anchorOf, fragment } from './anchors.ts';
import { verdictMark } from './verdict-mark.ts';

/** More sections than this are drawn only for who asks. */
const mostOpen = 6;

/** What has changed since people last accepted it, which signatures that cost, and how it went. */
export function renderPast(result: Result, signatures: Verified): Markup {
  const { earlier = [], since, sections } = result;
  const history = renderHistory([...earlier, summaryOf(result)]);
  const open = sections.length > mostOpen ? html`` : html` open`;
  const drawn =
    earlier.length === 0
      ? html``
      : html`<details class="history"${open}><summary>Verdicts over time</summary>${history}</details>
`;
  return html`<section class="points" aria-labelledby="page-since">
<h2 id="page-since">Since the ${since?.run ?? 'last accepted'} run</h2>
${since === undefined ? nothingToCompare : comparison(since)}${lapsed(signatures)}${drawn}</section>
`;
}

const nothingToCompare = html`<p>No accepted run is known to compare with.</p>
`;

function comparison(since: Since): Markup {
  const { started, turns } = since;
  const items = fates.flatMap((fate) => renderFate(fate, turns));
  const list =
    items.length === 0
      ? html``
      : html`<ul>${items}</ul>
`;
  return html`<p>It started ${moment(started)}; since then: ${turnsInWords(since)}.</p>
${list}`;
}

/** What has changed, counted: `2 newly failed, 1 gone`. */
export function turnsInWords({ turns }: Since): string {
  const counts = fates.flatMap((fate) => {
    const count = turns.filter((turn) => turn.fate === fate).length;
    return count === 0 ? [] : [`${grouped(count)} ${fateWords[fate].count}`];
  });
  return counts.length === 0 ? 'no verdict changed' : counts.join(', ');
}

function renderFate(fate: Fate, turns: readonly Turn[]): readonly Markup[] {
  return turns.filter((turn) => turn.fate === fate).map(renderTurn);
}

function renderTurn({ id, text, fate, before, after }: Turn): Markup {
  const { heading, note } = fateWords[fate];
  const was = before === undefined ? '' : `: ${before} before`;
  const words = `${heading}${was}.${note === undefined ? '' : ` ${note}`}`;
  const named =
    after === undefined ? html`<q>${text}</q>` : html`${verdictMark(after)} ${link(id, text)}`;
  return html`<li>${named}<p class="reason">${words}</p></li>
`;
}

function link(id: string, text: string): Markup {
  return html`<a href=${fragment(anchorOf(id))}>${text}</a>`;
}

function lapsed({ standings, gone }: Verified): Markup {
  const count = [...standings.values()].filter(
    ({ state }) => state === 'lapsed' || state === 'altered',
  ).length;
  const all = count + gone.length;
  if (all === 0) return html``;
  const said =
    all === 1 ? '1 signature no longer holds' : `${grouped(all)} signatures no longer hold`;
  return html`<p><a href="#page-sign-off">${said}</a>: something that they were given for has changed.</p>
`;
}
