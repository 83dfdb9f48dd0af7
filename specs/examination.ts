import { inject, test } from 'vitest';
import { examine } from '../src/checklist/examine.ts';
import type { Finding } from '../src/checklist/finding.ts';
import type { Judgement } from '../src/checklist/judge.ts';
import { checksFor } from '../src/harness/checks/registry.ts';
import { digestOf } from '../src/report/result/digest.ts';
import { leaningsOf } from '../src/report/result/leanings.ts';
import { share } from './checklist.ts';
import { type DocumentUnderTest, subjectOf } from './subject.ts';
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
      unchecked: unchecked(document),
      contracts: { source: digestOf(contracts.source), target: digestOf(contracts.target) },
      leansOn: leaningsOf(document.dataflow, contracts),
    };
    expectations(findings);
  });
}

function unchecked(document: DocumentUnderTest): Record<string, Judgement> {
  const shared = share(document);
  const reasons: Record<string, Judgement> = {};
  for (const section of document.dataflow.sections) {
    for (const requirement of section.requirements) {
      const checks = checksFor(requirement.kind, subjectOf(document, section, requirement));
      if ('verdict' in checks) reasons[requirement.id] = checks;
      else if (inject('only') !== '') reasons[requirement.id] = notAskedFor;
      else if (!shared(requirement)) reasons[requirement.id] = elsewhere;
    }
  }
  return reasons;
}

const elsewhere: Judgement = {
  verdict: 'untested',
  reason: 'Its checks are for another shard of this run.',
};

const notAskedFor: Judgement = {
  verdict: 'untested',
  reason: 'Not asked for: only a part of the checklist was run.',
};
