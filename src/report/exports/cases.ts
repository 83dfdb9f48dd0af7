import type { Verdict } from '../../checklist/verdict.ts';
import type { Violation } from '../../checklist/violation.ts';
import type { CheckResult, RequirementResult } from '../result/model.ts';

/** One test of the views for CI: a check, or a requirement that its checks do not account for. */
export interface Case extends Pick<CheckResult, 'title' | 'verdict' | 'reason' | 'replay'> {
  readonly requirement: string;
  /** The document's line that promises it. */
  readonly line: number;
  readonly durationMs: number;
  readonly violation?: Violation;
}

/**
 * A requirement is a case of its own where none of its checks has its verdict: without checks,
 * or failed by what was found before anything ran. Otherwise CI would be greener than the page.
 */
export function casesOf(requirement: RequirementResult): readonly Case[] {
  const { id, line, text, verdict, reason, checks } = requirement;
  const cases = checks.map((check) => ({ ...check, requirement: id, line }));
  if (checks.some((check) => check.verdict === verdict)) return cases;
  const own = { requirement: id, line, title: text, verdict, reason, durationMs: 0, replay: '' };
  return [own, ...cases];
}

/** What CI has to call a failure; it has no word for inconclusive. */
export function isFailure(verdict: Verdict): boolean {
  return verdict === 'failed' || verdict === 'inconclusive';
}

/** What broke the promise, and how to run it again: a line each. */
export function detailsOf({ violation, replay }: Case): string {
  const said = violation && [
    `${violation.law}: ${violation.message}`,
    violation.expected !== undefined && `expected: ${violation.expected}`,
    violation.found !== undefined && `found: ${violation.found}`,
  ];
  return [...(said ?? []), replay !== '' && `again: ${replay}`].filter(Boolean).join('\n');
}
