import type { CheckResult } from '../result/model.ts';
import { html, type Markup } from '../text/markup.ts';
import { anchorOf, checkAnchor } from './anchors.ts';
import { rowMark } from './verdict-mark.ts';

/**
 * One check: a row with its verdict and, unless it passed, why; it opens to all that it saw. Where
 * the body is not here, but in the section's pack, the row is a line of text, which the page's script
 * makes one that opens. There are thousands of these: each costs two elements, and one that passed
 * has no class.
 */
export function renderCheck(
  requirement: string,
  check: CheckResult,
  body: Markup | undefined,
): Markup {
  const { id, verdict, title, reason } = check;
  const why = verdict === 'passed' ? html`` : html` <small>${reason}</small>`;
  const row = html`${rowMark(verdict)}${title}${why}`;
  const name = anchorOf(id);
  if (body === undefined) {
    return html`<p data-check=${name}>${row}`;
  }
  const open = verdict === 'failed' ? html` open` : html``;
  return html`<details data-check=${name} id=${checkAnchor(requirement, id)}${open}><summary>${row}</summary>${body}</details>
`;
}
