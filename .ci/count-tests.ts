import { readFileSync } from 'node:fs';

/**
 * Prints how many tests passed and failed by vitest's JSON report. A file that did not load
 * counts as one failure, a skipped test as another: what may skip elsewhere must not skip here.
 */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

const [, , file = ''] = process.argv;
const report: Report = JSON.parse(readFileSync(file, 'utf8'));
const dead = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
);
process.stdout.write(
  `${report.numPassedTests} ${report.numFailedTests + report.numPendingTests + dead.length}\n`,
);
