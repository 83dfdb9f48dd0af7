import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { Examined, RawCheck } from './result/assemble.ts';

/** What a spec hands to the reporter through its test's `meta`; plain data, one way. */
export type SpecMeta =
  | ({ readonly kind: 'check' } & RawCheck)
  | ({ readonly kind: 'examined' } & Examined);

declare module 'vitest' {
  interface TaskMeta {
    syncproof?: SpecMeta;
  }
}

/** What a run of the specs has brought together. */
export interface Harvest {
  readonly checks: readonly RawCheck[];
  /** `undefined` where the run did not get to examining the document. */
  readonly examined: Examined | undefined;
  /** What broke in the harness itself: specs that did not load, errors outside of any check. */
  readonly broken: readonly string[];
}

interface ReporterInput {
  /** Called as each check ends. */
  readonly onCheck: (check: RawCheck) => void;
  readonly onEnd: (harvest: Harvest) => void;
}

/** Gathers what the specs say, and nothing else: an adapter between vitest and the report. */
export function checklistReporter({ onCheck, onEnd }: ReporterInput): Reporter {
  const checks: RawCheck[] = [];
  const broken: string[] = [];
  let examined: Examined | undefined;
  return {
    onTestCaseResult: (test: TestCase) => {
      const meta = test.meta().syncproof;
      if (meta?.kind === 'check') {
        const { requirement, check } = meta;
        checks.push({ requirement, check });
        onCheck({ requirement, check });
      } else if (meta?.kind === 'examined') {
        const { kind: _, ...rest } = meta;
        examined = rest;
      }
      if (meta?.kind !== 'check') broken.push(...failures(test));
    },
    onTestModuleEnd: (module: TestModule) => {
      broken.push(...module.errors().map(({ message }) => `${module.moduleId}: ${message}`));
    },
    onTestRunEnd: (_modules, errors) => {
      broken.push(...errors.map(({ message }) => message));
      onEnd({ checks, examined, broken });
    },
  };
}

/** A test that fails without a verdict to report has found the harness broken. */
function failures(test: TestCase): readonly string[] {
  const result = test.result();
  return result.state === 'failed'
    ? result.errors.map(({ message }) => `${test.fullName}: ${message}`)
    : [];
}
