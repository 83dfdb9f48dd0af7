import { countVerdicts } from '../../checklist/counts.ts';
import { allRequirements } from '../result/all-requirements.ts';
import type { Result, SectionResult } from '../result/model.ts';
import { verified } from '../result/verified.ts';
import { type Markup, xml } from '../text/markup.ts';
import { type Case, casesOf, detailsOf, isFailure } from './cases.ts';

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
  return xml`<failure type=${verdict} message=${reason}>${detailsOf(of)}</failure>
`;
}

function totals(cases: readonly Case[]): Markup {
  const { passed, failed, inconclusive } = countVerdicts(cases);
  const failures = failed + inconclusive;
  const skipped = cases.length - passed - failures;
  return xml`tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}

function time(ms: number): string {
  return (ms / 1000).toFixed(3);
}
