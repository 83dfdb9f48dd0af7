import { html, ownSource } from '../../text/markup.ts';
import { spellPlainly } from '../../text/visible.ts';
import { anchorOf, fragment } from '../anchors.ts';
import { contentPolicy } from '../content-policy.ts';
import { baseStyle } from '../style/base-style.ts';
import { evidenceStyle } from '../style/evidence-style.ts';
import { signStyle, verdictMark } from '../verdict-mark.ts';
import { renderEvidence } from './evidence.ts';
import type { PlacedCheck } from './placed-check.ts';
import { inFile } from './telling.ts';
import { renderViolation } from './violation.ts';

/** On paper nothing is folded. */
const print = html`@media print{details::details-content{content-visibility:visible;display:block}}`;

const style = html`${baseStyle}${evidenceStyle}${signStyle}${print}`;

/** What every such page begins with, and no file of anybody else's: it says who made it. */
export const evidencePageStart = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="syncproof evidence">
`;

/** All that one check saw as a page of its own, which loads nothing and runs no script. */
export function renderEvidencePage({ requirement, lanes, check }: PlacedCheck): string {
  const { id, title, verdict, reason, violation, evidence } = check;
  const saw = evidence === undefined ? html`` : renderEvidence(evidence, { ...inFile, lanes });
  const seed = evidence === undefined ? '' : ` Seed ${evidence.seed}.`;
  return html`${ownSource(evidencePageStart)}<meta http-equiv="Content-Security-Policy" content=${contentPolicy({ style })}>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${spellPlainly(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${verdictMark(verdict)} ${reason}</p>
<p class="place">All that this check saw: <code>${id}</code> of <a href="../checklist.html${fragment(anchorOf(requirement))}">${requirement}</a>.${seed}</p>
</header>
<main>
${violation === undefined ? html`` : renderViolation(violation)}${saw}</main>
</body>
</html>
`.toString();
}
