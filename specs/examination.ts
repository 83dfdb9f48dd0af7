import { inject, test } from 'vitest';
import { examine } from '../src/checklist/examine.ts';
import type { Finding } from '../src/checklist/finding.ts';
import { whyUntested } from '../src/harness/checks/registry.ts';
import { type DocumentUnderTest, subjectOf } from './checklist.ts';
import { contractsOf } from './world.ts';

/**
 * Examines the document against both contracts before anything runs, hands what is found to the
 * report, and lets the spec say what must be among it.
 */
export function examined(
  document: DocumentUnderTest,
  expectations: (findings: readonly Finding[]) => void = () => undefined,
): void {
  test('The document is examined against what is known of both APIs', ({ task }) => {
    const contracts = contractsOf(document.kinds);
    const findings = examine({ ...document, contracts });
    task.meta.syncproof = {
      kind: 'examined',
      findings,
      assumptions: [...contracts.source.assumptions, ...contracts.target.assumptions],
      untested: untested(document),
    };
    expectations(findings);
  });
}

function untested(document: DocumentUnderTest): Record<string, string> {
  const reasons: Record<string, string> = {};
  const selection = inject('only');
  for (const section of document.dataflow.sections) {
    for (const requirement of section.requirements) {
      const subject = subjectOf(document, section, requirement);
      const reason =
        whyUntested(requirement.kind, subject) ??
        (selection === '' ? undefined : 'Not asked for: only a part of the checklist was run.');
      if (reason !== undefined) reasons[requirement.id] = reason;
    }
  }
  return reasons;
}
