import { html, type Markup } from '../markup.ts';
import type { CheckResult } from '../model.ts';
import { checkAnchor } from './anchors.ts';
import { verdictMark } from './verdict-mark.ts';

/**
 * One check: a row with its verdict and reason, which opens to all that it saw. Without a body
 * here, the row says where it is; the page's script puts it in from the section's pack.
 */
export function renderCheck(
  requirement: string,
  check: CheckResult,
  body: Markup | undefined,
): Markup {
  const { id, verdict, title, reason } = check;
  const open = verdict === 'failed' ? html` open` : html``;
  return html`<details class="check" id=${checkAnchor(requirement, id)}${open}>
<summary>${verdictMark(verdict)}<span>${title}<small>${reason}</small></span></summary>${body ?? packed}</details>
`;
}

/** There are thousands of these: a paragraph's end goes without saying. */
const packed = html`<p>Evidence: checklist.json`;
