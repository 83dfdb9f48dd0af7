import { countVerdicts } from '../../checklist/counts.ts';
import type { Verdict } from '../../checklist/verdict.ts';
import { proofInWords } from '../proved/in-words.ts';
import { allRequirements } from '../result/all-requirements.ts';
import type { Result } from '../result/model.ts';
import type { Verified } from '../signatures/verify.ts';
import { countsInWords } from '../text/counts.ts';
import { grouped } from '../text/long-text.ts';
import { html, type Markup } from '../text/markup.ts';
import { moment } from '../text/moment.ts';
import { duration } from './duration.ts';
import { turnsInWords } from './past.ts';
import { signedInWords } from './sign-off.ts';

/** The first screen's upper half: the verdict in a sentence, the counts, whose result this is. */
export function renderHeader(result: Result, signatures: Verified): Markup {
  const requirements = allRequirements(result);
  const checks = requirements.flatMap((requirement) => requirement.checks);
  return html`<header class="top ${result.outcome.replace(' ', '-')}">
<h1>${result.sentence}</h1>
<p class="document">${result.document.title}</p>
<p class="counts">${sum('requirement', requirements)}<br>${sum('check', checks)}<br><a href="#page-sign-off">${signedInWords(result, signatures)}</a><br><a href="#page-proof">${proofInWords(result)}</a>${since(result)}</p>
${identity(result, signatures.digest)}
</header>
`;
}

function sum(noun: string, of: readonly { readonly verdict: Verdict }[]): string {
  const total = `${grouped(of.length)} ${noun}${of.length === 1 ? '' : 's'}`;
  return `${total} = ${countsInWords(countVerdicts(of), ' + ')}`;
}

function identity({ document, run }: Result, result: string): Markup {
  return html`<dl class="identity">
${pair('Document', document.file)}
${pair('Generated', document.generated === '' ? 'not stated' : document.generated)}
${pair('Engine', run.engine)}
${pair('Started', moment(run.started))}
${pair('Took', duration(run.durationMs))}
${pair('Seed', String(run.seed))}
${pair('syncproof', run.version)}
${digest('SHA-256 of the document', document.digest)}
${digest('SHA-256 of this result', result)}
</dl>`;
}

/** The footer has it whole. */
function digest(name: string, hex: string): Markup {
  return html`<div><dt>${name}</dt><dd><code>${hex.slice(0, 12)}…</code></dd></div>`;
}

function since({ since }: Result): Markup {
  if (since === undefined) return html``;
  return html`<br><a href="#page-since">Since the ${since.run} run: ${turnsInWords(since)}.</a>`;
}

function pair(name: string, value: string): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
