import { countVerdicts } from '../../checklist/counts.ts';
import { allRequirements } from '../result/all-requirements.ts';
import type { Result } from '../result/model.ts';
import { verified } from '../result/verified.ts';
import { unsigned } from '../signatures/sign.ts';
import type { Signoff } from '../signatures/signoff.ts';
import { type Verified, verify } from '../signatures/verify.ts';
import { shorten } from '../text/long-text.ts';
import { html, type Markup } from '../text/markup.ts';
import { spellPlainly } from '../text/visible.ts';
import { assumptionNumbers, linksTo } from './assumed.ts';
import { renderBackMatter, renderFooter } from './back-matter.ts';
import { contentPolicy } from './content-policy.ts';
import { planEvidence } from './evidence/evidence-plan.ts';
import { renderFilterBar } from './filter-bar.ts';
import { renderHeader } from './header.ts';
import { renderOpenPoints } from './open-points.ts';
import { renderOverview } from './overview.ts';
import { pageScript } from './page-script.ts';
import { renderPast } from './past.ts';
import { faultNumbers, renderFaults } from './proof.ts';
import { renderSection } from './section.ts';
import { renderSignOff } from './sign-off.ts';
import { printStyle } from './style/print-style.ts';
import { screenStyle } from './style/screen-style.ts';

/** What a page is given beside its result. */
export interface PageView {
  /** Who signed what so far. */
  readonly signoff?: Signoff;
}

/**
 * The whole report as one HTML file that loads nothing and reads without script: `report.md` 6.
 * The same result gives the same bytes. Refuses with `results` what `verified` refuses.
 */
export function renderHtml(result: Result, { signoff = unsigned }: PageView = {}): string {
  const trusted = verified(result);
  const signatures = verify(trusted, signoff);
  return html`<!doctype html>
<html lang="en">
${head(trusted, signatures.digest)}
${body({ result: trusted, signoff, signatures })}
</html>
`.toString();
}

interface PageParts {
  readonly result: Result;
  readonly signoff: Signoff;
  readonly signatures: Verified;
}

function head(result: Result, digest: string): Markup {
  const style = html`${screenStyle}${printStyle(result.document.digest, digest)}`;
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content=${contentPolicy({ style, script: pageScript })}>
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

function body({ result, signoff, signatures }: PageParts): Markup {
  const faults = faultNumbers(result);
  const assumptions = assumptionNumbers(result);
  const evidence = planEvidence(result);
  const place = {
    evidence,
    nextFailing: nextFailing(result),
    standings: signatures.standings,
    faults,
    assumed: linksTo(assumptions),
    day: result.run.started.slice(0, 10),
  };
  return html`<body>
<a class="skip" href="#page-checklist">Skip to the checklist</a>
${renderHeader(result, signatures)}${renderOverview(result)}<main>
${renderOpenPoints(result)}${renderPast(result, signatures)}<h2 id="page-checklist" tabindex="-1">Checklist</h2>
${renderFilterBar(result)}${result.sections.map((section) => renderSection(section, place))}${renderFaults(result, faults)}${renderBackMatter(result, assumptions)}${renderSignOff({ result, signoff, verified: signatures })}</main>
${renderFooter(result, signatures.digest)}${evidence.packs}<script>${pageScript}</script>
</body>`;
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
