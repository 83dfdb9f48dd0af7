import { countVerdicts } from '../../checklist/counts.ts';
import { verdicts } from '../../checklist/verdict.ts';
import { allRequirements } from '../result/all-requirements.ts';
import type { Result } from '../result/model.ts';
import { grouped } from '../text/long-text.ts';
import { html, type Markup } from '../text/markup.ts';
import { verdictWord } from './verdict-mark.ts';

/**
 * Search, filters and keys. Its fields' names are those of the page's address, so that a view can
 * be sent on. Shown by the page's script, without which it could do nothing.
 */
export function renderFilterBar(result: Result): Markup {
  const requirements = allRequirements(result);
  const counts = countVerdicts(requirements.flatMap(({ checks }) => checks));
  const own = countVerdicts(requirements);
  const options = verdicts
    .filter((verdict) => counts[verdict] + own[verdict] > 0)
    .map(
      (verdict) =>
        html`<option value=${verdict}>${verdictWord(verdict)} (${grouped(own[verdict])})</option>`,
    );
  return html`<form id="page-filter" role="search" hidden>
<p><label>Search<input type="search" name="q" autocomplete="off" spellcheck="false"></label>
<label>Verdict<select name="v"><option value="">All</option><option value="open">All but passed</option>${options}</select></label>
<label>Signature<select name="s"><option value="">All</option><option value="signed">Signed</option><option value="lapsed">Lapsed, altered or rejected</option><option value="unsigned">Not signed</option></select></label>
<label>Order<select name="order"><option value="">As in the document</option><option value="worst">What is not green first</option></select></label></p>
<p><output></output> <button type="button" name="all">Show all</button> <button type="button" name="print">Print with all evidence</button></p>
<p class="note">Keys: <kbd>/</kbd> search, <kbd>n</kbd> next that fails, <kbd>p</kbd> the one before. Search takes what you type as it stands: ids, sentences, property names, reasons, errors. The address of this page keeps the view; add <code>?print=summary</code> for a summary alone.</p>
</form>
`;
}
