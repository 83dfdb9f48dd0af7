import type { Verdict } from '../../checklist/verdict.ts';
import type { Result } from '../result/model.ts';
import { verified } from '../result/verified.ts';
import { shorten } from '../text/long-text.ts';
import { spellPlainly } from '../text/visible.ts';
import { type Case, casesOf, detailsOf } from './cases.ts';

type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

/** CTRF's words for our verdicts; `rawStatus` keeps ours. */
const statusOf: Readonly<Record<Verdict, Status>> = {
  passed: 'passed',
  failed: 'failed',
  inconclusive: 'failed',
  blocked: 'skipped',
  untested: 'skipped',
  manual: 'pending',
  waived: 'other',
};

interface Test {
  readonly name: string;
  readonly status: Status;
  readonly [detail: string]: unknown;
}

/**
 * The result in the Common Test Report Format (ctrf.io, its JSON schema): a test for each check,
 * with its section and requirement as suites. Times are whole milliseconds, as the format wants.
 */
export function renderCtrf(result: Result): string {
  const { document, run, sections, outcome, sentence } = verified(result);
  const tests = sections.flatMap(({ heading, requirements }) =>
    requirements.flatMap(casesOf).map((each) => testOf(heading, each)),
  );
  const start = Date.parse(run.started);
  const stop = start + Math.round(run.durationMs);
  const report = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    timestamp: new Date(stop).toISOString(),
    generatedBy: `syncproof ${text(run.version)}`,
    results: {
      tool: { name: 'syncproof', version: text(run.version) },
      summary: { ...countsOf(tests), suites: sections.length, start, stop },
      tests,
      environment: {
        reportName: text(document.title),
        appName: text(run.engine),
        healthy: outcome === 'accepted',
        extra: { outcome, sentence: text(sentence), seed: run.seed, document: document.digest },
      },
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function testOf(heading: string, of: Case): Test {
  const details = detailsOf(of);
  return {
    name: text(of.title === '' ? of.requirement : of.title),
    status: statusOf[of.verdict],
    duration: Math.round(of.durationMs),
    suite: [text(heading), text(of.requirement)],
    message: text(of.reason),
    ...(details === '' ? {} : { trace: text(details) }),
    line: of.line,
    rawStatus: of.verdict,
  };
}

function countsOf(tests: readonly Test[]): Readonly<Record<Status | 'tests', number>> {
  const counts = { tests: tests.length, passed: 0, failed: 0, skipped: 0, pending: 0, other: 0 };
  for (const { status } of tests) counts[status] += 1;
  return counts;
}

/** Viewers of this format are many and unknown: nothing invisible and nothing endless reaches them. */
function text(of: string): string {
  const { text: start, note } = shorten(of);
  return spellPlainly(note === undefined ? start : `${start} [${note}]`);
}
