import type { RequirementKind } from '../../dataflow/dataflow.ts';
import { obstacleIn } from '../../dataflow/mapping.ts';
import type { Check, Subject } from './check.ts';
import { concurrentChecks } from './concurrent.ts';
import { conflictChecks } from './conflicts.ts';
import { creationChecks } from './creation.ts';
import { crowdChecks } from './crowds.ts';
import { editChecks } from './edits.ts';
import { faultyWriteChecks } from './faulty-writes.ts';
import { keepingChecks } from './keeping.ts';
import { numberChecks } from './numbers.ts';
import { outageChecks } from './outages.ts';
import { valueChecks } from './values.ts';

/** Every check there is. */
export const allChecks: readonly Check[] = [
  ...creationChecks,
  ...crowdChecks,
  ...keepingChecks,
  ...concurrentChecks,
  ...outageChecks,
  ...editChecks,
  ...faultyWriteChecks,
  ...conflictChecks,
  ...valueChecks,
  ...numberChecks,
];

/** A requirement that no check is played for, and why. */
export interface Unchecked {
  readonly verdict: 'blocked' | 'untested';
  readonly reason: string;
}

/** The checks of a requirement, or what stands in their way. */
export function checksFor(kind: RequirementKind, subject: Subject): readonly Check[] | Unchecked {
  const obstacle = subject.row === undefined ? undefined : obstacleIn(subject.row);
  if (obstacle !== undefined) {
    const verdict = obstacle.owner === 'document' ? 'blocked' : 'untested';
    return { verdict, reason: obstacle.reason };
  }
  const checks = allChecks.filter(
    (check) => check.kind === kind && (check.applies?.(subject) ?? true),
  );
  if (checks.length > 0) return checks;
  return {
    verdict: 'untested',
    reason: `There is no check yet for promises of the kind "${kind}".`,
  };
}
