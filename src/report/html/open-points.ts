import type { Verdict } from '../../checklist/verdict.ts';
import { allRequirements } from '../result/all-requirements.ts';
import type { RequirementResult, Result } from '../result/model.ts';
import { grouped } from '../text/long-text.ts';
import { html, type Markup } from '../text/markup.ts';
import { anchorOf, fragment } from './anchors.ts';
import { verdictMark } from './verdict-mark.ts';

interface OpenList {
  readonly id: string;
  readonly heading: string;
  readonly verdicts: readonly Verdict[];
  /** What stands there when the list is empty; without it the whole list is left out. */
  readonly none?: string;
}

const lists: readonly OpenList[] = [
  {
    id: 'page-failed',
    heading: 'What fails',
    verdicts: ['failed', 'inconclusive'],
    none: 'Nothing failed.',
  },
  {
    id: 'page-untested',
    heading: 'What could not be tested',
    verdicts: ['blocked', 'untested', 'manual'],
    none: 'Everything was tested.',
  },
  { id: 'page-waived', heading: 'What was waived', verdicts: ['waived'] },
];

/** Entries that are shown at once; the rest is folded. */
const atOnce = 20;

/** The indexes of everything that is not a pass: a link and one line of reason each. */
export function renderOpenPoints(result: Result): readonly Markup[] {
  const requirements = allRequirements(result);
  return lists.map((list) => {
    const points = requirements.filter(({ verdict }) => list.verdicts.includes(verdict));
    if (points.length > 0) return renderList(list, points);
    return list.none === undefined ? html`` : framed(list, html`<p>${list.none}</p>`);
  });
}

function renderList(list: OpenList, points: readonly RequirementResult[]): Markup {
  const first = html`<ul>${points.slice(0, atOnce).map(renderPoint)}</ul>`;
  const rest = points.slice(atOnce);
  if (rest.length === 0) return framed(list, first);
  const folded = html`<details><summary>and ${grouped(rest.length)} more</summary><ul>${rest.map(renderPoint)}</ul></details>`;
  return framed(list, html`${first}${folded}`);
}

function framed({ id, heading }: OpenList, body: Markup): Markup {
  return html`<section class="points" aria-labelledby=${id}>
<h2 id=${id}>${heading}</h2>
${body}
</section>
`;
}

function renderPoint({ id, text, verdict, reason }: RequirementResult): Markup {
  return html`<li>${verdictMark(verdict)} <a href=${fragment(anchorOf(id))}>${text}</a><p class="reason">${reason}</p></li>
`;
}
