import type { Verdict } from '../../checklist/verdict.ts';
import type { CheckResult } from '../result/model.ts';

/** One check that is not as it was; without `before` it is new, without `after` it is gone. */
export interface CheckChange {
  readonly id: string;
  readonly title: string;
  readonly before?: Verdict;
  readonly after?: Verdict;
}

/** What became of a requirement's checks; those that are as they were are left out. */
export function checkChanges(
  before: readonly CheckResult[],
  after: readonly CheckResult[],
): readonly CheckChange[] {
  const older = new Map(before.map((each) => [each.id, each]));
  const ids = new Set(after.map(({ id }) => id));
  const changed = after.flatMap(({ id, title, verdict }) => {
    const old = older.get(id);
    if (old?.verdict === verdict) return [];
    return [{ id, title, ...(old === undefined ? {} : { before: old.verdict }), after: verdict }];
  });
  const gone = before
    .filter(({ id }) => !ids.has(id))
    .map(({ id, title, verdict }) => ({ id, title, before: verdict }));
  return [...changed, ...gone];
}
