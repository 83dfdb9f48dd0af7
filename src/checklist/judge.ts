import type { Verdict } from './verdict.ts';

/** What one check came to, as far as its requirement's verdict needs it. */
export interface CheckVerdict {
  readonly title: string;
  readonly verdict: Verdict;
  readonly reason: string;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** One plain sentence; never empty. */
  readonly reason: string;
}

/** From what weighs most to what weighs least: a requirement is no better than its worst check. */
const byWeight: readonly Verdict[] = [
  'failed',
  'inconclusive',
  'blocked',
  'untested',
  'manual',
  'waived',
  'passed',
];

/** The verdict of a requirement. One that no check looked at is `untested`, never passed. */
export function judge(checks: readonly CheckVerdict[]): Judgement {
  if (checks.length === 0) return { verdict: 'untested', reason: 'No check looked at it.' };
  const verdict = byWeight.find((candidate) => checks.some((check) => check.verdict === candidate));
  if (verdict === undefined || verdict === 'passed') {
    const count = checks.length === 1 ? 'Its one check' : `All ${checks.length} checks`;
    return { verdict: 'passed', reason: `${count} passed.` };
  }
  const worst = checks.filter((check) => check.verdict === verdict);
  const [first] = worst;
  const others = worst.length > 1 ? ` (and ${worst.length - 1} more)` : '';
  return { verdict, reason: first === undefined ? '' : `${first.title}: ${first.reason}${others}` };
}
