import type { RequirementResult } from '../result/model.ts';

/** A check is called slower from twice the time on, and from a second more: less is chance. */
export const slowerRatio = 2;
export const slowerFloorMs = 1000;

/** A check that passed both times and took much longer the second time. */
export interface Slower {
  readonly requirement: string;
  readonly check: string;
  readonly title: string;
  readonly beforeMs: number;
  readonly afterMs: number;
}

/** The checks of a requirement that are slower than they were. */
export function slowerChecks(
  before: RequirementResult | undefined,
  { id: requirement, checks }: RequirementResult,
): readonly Slower[] {
  const older = new Map(before?.checks.map((each) => [each.id, each]));
  return checks.flatMap(({ id: check, title, verdict, durationMs: afterMs }) => {
    const old = older.get(check);
    if (old?.verdict !== 'passed' || verdict !== 'passed') return [];
    const { durationMs: beforeMs } = old;
    const isSlower = afterMs >= beforeMs * slowerRatio && afterMs - beforeMs >= slowerFloorMs;
    return isSlower ? [{ requirement, check, title, beforeMs, afterMs }] : [];
  });
}
