import type { Verdict } from '../../checklist/verdict.ts';
import type { CheckChange } from './check-change.ts';
import type { Fate } from './fates.ts';

interface Judged {
  readonly verdict: Verdict;
}

interface Lives {
  readonly before: Judged | undefined;
  readonly after: Judged | undefined;
  readonly checks: readonly CheckChange[];
}

interface Turn extends Lives {
  readonly before: Judged;
  readonly after: Judged;
}

/** What became of a requirement; undefined where it is as it was. A red one is always told. */
export function fateOf({ before, after, checks }: Lives): Fate | undefined {
  if (after === undefined) return 'gone';
  if (before === undefined) return isBad(after) ? 'new-failed' : 'new';
  if (isBad(after)) return isBad(before) ? 'still-failing' : 'newly-failed';
  if (before.verdict !== after.verdict) return fateAfterTurn({ before, after, checks });
  return checks.length > 0 ? 'other-checks' : undefined;
}

/** The verdict is another, and not a red one. */
function fateAfterTurn({ before, after, checks }: Turn): Fate {
  if (isOpen(after)) return isOpen(before) ? 'still-open' : 'newly-open';
  if (after.verdict === 'waived') return 'newly-waived';
  if (!isBad(before)) return 'newly-passed';
  return checks.some(hasHidden) ? 'not-shown-fixed' : 'fixed';
}

/** Whether it is worse than it was. A red requirement is, where another check of it turned red. */
export function isWorse(fate: Fate, checks: readonly CheckChange[]): boolean {
  if (fate === 'still-failing') return checks.some(hasTurnedBad);
  return fate === 'newly-failed' || fate === 'newly-open' || fate === 'new-failed';
}

function isBad({ verdict }: Judged): boolean {
  return verdict === 'failed' || verdict === 'inconclusive';
}

function isOpen({ verdict }: Judged): boolean {
  return verdict === 'blocked' || verdict === 'untested' || verdict === 'manual';
}

function hasTurnedBad({ before, after }: CheckChange): boolean {
  if (after === undefined || !isBad({ verdict: after })) return false;
  return before === undefined || !isBad({ verdict: before });
}

/** It failed and did not pass since. */
function hasHidden({ before, after }: CheckChange): boolean {
  return before !== undefined && isBad({ verdict: before }) && after !== 'passed';
}
