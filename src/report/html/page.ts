import { createHash } from 'node:crypto';
import { countVerdicts } from '../../checklist/counts.ts';
import { allRequirements } from '../all-requirements.ts';
import { shorten } from '../long-text.ts';
import { html, type Markup } from '../markup.ts';
import type { Result } from '../model.ts';
import { verified } from '../verified.ts';
import { spellPlainly } from '../visible.ts';
import { renderBackMatter, renderFooter } from './back-matter.ts';
import { renderHeader } from './header.ts';
import { renderOpenPoints } from './open-points.ts';
import { renderOverview } from './overview.ts';
import { fitsPassingEvidence } from './passing-evidence.ts';
import { printStyle } from './print-style.ts';
import { screenStyle } from './screen-style.ts';
import { renderSection } from './section.ts';

/**
 * The whole report as one HTML file that loads nothing and runs no script: `report.md` 6. The
 * same result gives the same bytes. Refuses with `results` what `verified` refuses.
 */
export function renderHtml(result: Result): string {
  const trusted = verified(result);
  return html`<!doctype html>
<html lang="en">
${head(trusted)}
${body(trusted)}
</html>
`.toString();
}

function head(result: Result): Markup {
  const style = html`${screenStyle}${printStyle(result.document.digest)}`;
  const hash = createHash('sha256').update(style.toString(), 'utf8').digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content=${policy}>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${pageTitle(result)}</title>
<style>${style}</style>
</head>`;
}

/** Tells tabs and bookmarks how it ended: `FAIL 6/32 - Acme to Ledger Dataflow`. */
function pageTitle(result: Result): string {
  const requirements = allRequirements(result);
  const counts = countVerdicts(requirements);
  const all = requirements.length;
  const state = {
    accepted: `PASS ${counts.passed}/${all}`,
    'not accepted': `FAIL ${counts.failed + counts.inconclusive}/${all}`,
    incomplete: `INCOMPLETE ${counts.passed}/${all}`,
  }[result.outcome];
  return spellPlainly(shorten(`${state} - ${result.document.title}`).text);
}

function body(result: Result): Markup {
  const place = {
    passingEvidence: fitsPassingEvidence(result),
    nextFailing: nextFailing(result),
  };
  return html`<body>
<a class="skip" href="#page-checklist">Skip to the checklist</a>
${renderHeader(result)}${renderOverview(result)}<main>
${renderOpenPoints(result)}<h2 id="page-checklist" tabindex="-1">Checklist</h2>
${result.sections.map((section) => renderSection(section, place))}${renderBackMatter(result)}</main>
${renderFooter(result)}</body>`;
}

function nextFailing(result: Result): ReadonlyMap<string, string> {
  const failing = allRequirements(result).filter(({ verdict }) => verdict === 'failed');
  return new Map(
    failing.flatMap(({ id }, index) => {
      const next = failing[index + 1];
      return next === undefined ? [] : [[id, next.id]];
    }),
  );
}
