import type { CheckResult } from '../result/model.ts';
import { html, type Markup } from '../text/markup.ts';
import { anchorOf, checkAnchor } from './anchors.ts';
import { rowMark } from './verdict-mark.ts';

/**
 * One check: a row with its verdict and, unless it passed, why; it opens to all that it saw. A body
 * that is not here is put in from the section's pack by the page's script, which also gives the row
 * its id then. There are thousands of these, so that a row is three elements, and one that passed
 * has no class.
 */
export function renderCheck(
  requirement: string,
  check: CheckResult,
  body: Markup | undefined,
): Markup {
  const { id, verdict, title, reason } = check;
  const why = verdict === 'passed' ? html`` : html` <small>${reason}</small>`;
  const row = html`<summary>${rowMark(verdict)}${title}${why}</summary>`;
  const name = anchorOf(id);
  if (body === undefined) {
    return html`<details data-check=${name}>${row}</details>`;
  }
  const open = verdict === 'failed' ? html` open` : html``;
  return html`<details data-check=${name} id=${checkAnchor(requirement, id)}${open}>${row}${body}</details>
`;
}
