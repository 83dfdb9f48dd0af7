import { countVerdicts } from '../checklist/counts.ts';
import type { Verdict } from '../checklist/verdict.ts';
import type { Violation } from '../checklist/violation.ts';
import { allRequirements } from './all-requirements.ts';
import { type Markup, xml } from './markup.ts';
import type { CheckResult, RequirementResult, Result, SectionResult } from './model.ts';
import { verified } from './verified.ts';

/** One line of the JUnit view: a check, or a requirement that its checks do not account for. */
interface Case extends Pick<CheckResult, 'title' | 'verdict' | 'reason' | 'replay'> {
  readonly requirement: string;
  readonly durationMs: number;
  readonly violation?: Violation;
}

/**
 * The result as JUnit XML, for CI: a suite for each section, a case for each check. Failed and
 * inconclusive are failures; blocked, untested, waived and manual are skipped, with their reason
 * and a property `verdict`, since JUnit has no words for them.
 */
export function renderJunit(result: Result): string {
  const { document, run, sections } = verified(result);
  const cases = allRequirements(result).flatMap(casesOf);
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name=${document.title} ${totals(cases)} time=${time(run.durationMs)} timestamp=${run.started}>
${sections.map(suite)}</testsuites>
`.toString();
}

function suite(section: SectionResult): Markup {
  const cases = section.requirements.flatMap(casesOf);
  const spent = cases.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return xml`<testsuite name=${section.heading} ${totals(cases)} time=${time(spent)}>
${cases.map(testcase)}</testsuite>
`;
}

/**
 * A requirement is a case of its own where none of its checks has its verdict: without checks,
 * or failed by what was found before anything ran. Otherwise CI would be greener than the page.
 */
function casesOf(requirement: RequirementResult): readonly Case[] {
  const { id, text, verdict, reason, checks } = requirement;
  const cases = checks.map((check) => ({ ...check, requirement: id }));
  if (checks.some((check) => check.verdict === verdict)) return cases;
  return [{ requirement: id, title: text, verdict, reason, durationMs: 0, replay: '' }, ...cases];
}

function testcase(of: Case): Markup {
  return xml`<testcase classname=${of.requirement} name=${of.title} time=${time(of.durationMs)}>
<properties><property name="verdict" value=${of.verdict}/></properties>
${outcome(of)}</testcase>
`;
}

function outcome(of: Case): Markup {
  const { verdict, reason } = of;
  if (verdict === 'passed') return xml``;
  if (!isFailure(verdict))
    return xml`<skipped message=${reason}/>
`;
  return xml`<failure type=${verdict} message=${reason}>${details(of)}</failure>
`;
}

function details({ violation, replay }: Case): string {
  const said = violation && [
    `${violation.law}: ${violation.message}`,
    violation.expected !== undefined && `expected: ${violation.expected}`,
    violation.found !== undefined && `found: ${violation.found}`,
  ];
  return [...(said ?? []), replay !== '' && `again: ${replay}`].filter(Boolean).join('\n');
}

function totals(cases: readonly Case[]): Markup {
  const { passed, failed, inconclusive } = countVerdicts(cases);
  const failures = failed + inconclusive;
  const skipped = cases.length - passed - failures;
  return xml`tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}

function isFailure(verdict: Verdict): boolean {
  return verdict === 'failed' || verdict === 'inconclusive';
}

function time(ms: number): string {
  return (ms / 1000).toFixed(3);
}
