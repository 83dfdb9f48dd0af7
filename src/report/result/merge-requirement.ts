import { judge } from '../../checklist/judge.ts';
import type { CheckResult, RequirementResult } from './model.ts';

/** What one of several runs says of a requirement. */
export interface Told {
  /** Which run, in words. */
  readonly by: string;
  readonly requirement: RequirementResult;
}

interface ToldCheck {
  readonly by: string;
  readonly check: CheckResult;
}

/**
 * One requirement as several runs tell it. What one run alone tells stays as it is; a check that
 * they judged differently is a failure, with every verdict shown.
 */
export function mergeRequirement(first: Told, ...others: readonly Told[]): RequirementResult {
  if (others.length === 0) return first.requirement;
  const told = [first, ...others].flatMap(({ by, requirement }) =>
    requirement.checks.map((check) => ({ by, check })),
  );
  const checks = [...Map.groupBy(told, ({ check }) => check.id).values()].flatMap(mergeCheck);
  return checks.length === 0
    ? first.requirement
    : { ...first.requirement, ...judge(checks), checks };
}

function mergeCheck([first, ...others]: readonly ToldCheck[]): readonly CheckResult[] {
  if (first === undefined) return [];
  const differ = others.some(({ check }) => check.verdict !== first.check.verdict);
  return [differ ? contradiction(first, others) : first.check];
}

/** Shows the evidence of the run that judged worst: that is where the fault can be seen. */
function contradiction(first: ToldCheck, others: readonly ToldCheck[]): CheckResult {
  const all = [first, ...others];
  const { verdict } = judge(all.map(({ check }) => check));
  const { check } = all.find((told) => told.check.verdict === verdict) ?? first;
  const message = `Its verdict differs: ${all.map(verdictOf).join('; ')}`;
  return {
    ...check,
    verdict: 'failed',
    reason: message,
    violation: check.violation ?? { law: 'The same run gives the same verdict', message },
  };
}

function verdictOf({ by, check }: ToldCheck): string {
  return `${by}: ${check.verdict} (${check.reason})`;
}
