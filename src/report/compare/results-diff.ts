import { allRequirements } from '../result/all-requirements.ts';
import type { RequirementResult, Result } from '../result/model.ts';
import { type CheckChange, checkChanges } from './check-change.ts';
import { fateOf, isWorse } from './fate.ts';
import type { Fate } from './fates.ts';
import { type Slower, slowerChecks } from './slower.ts';

/** What is different between two results of the same or a related document. */
export interface ResultsDiff {
  /** In the newer document's order; what is gone comes last. */
  readonly changes: readonly RequirementChange[];
  readonly slower: readonly Slower[];
  /** Whether anything got worse; slower is not worse, since times are no promise. */
  readonly isWorse: boolean;
}

/** One requirement that is not as it was. */
export interface RequirementChange {
  readonly id: string;
  readonly text: string;
  readonly fate: Fate;
  readonly isWorse: boolean;
  readonly before?: Standing;
  readonly after?: Standing;
  /** Its checks that are not as they were. */
  readonly checks: readonly CheckChange[];
}

type Standing = Pick<RequirementResult, 'verdict' | 'reason'>;

/** Compares two results, requirement by requirement and check by check, by their ids. */
export function diffResults(before: Result, after: Result): ResultsDiff {
  const older = new Map(allRequirements(before).map((each) => [each.id, each]));
  const newer = allRequirements(after);
  const ids = new Set(newer.map(({ id }) => id));
  const changes = [
    ...newer.flatMap((each) => changeOf(older.get(each.id), each)),
    ...[...older.values()].filter(({ id }) => !ids.has(id)).flatMap((each) => changeOf(each)),
  ];
  return {
    changes,
    slower: newer.flatMap((each) => slowerChecks(older.get(each.id), each)),
    isWorse: changes.some((change) => change.isWorse),
  };
}

function changeOf(
  before: RequirementResult | undefined,
  after?: RequirementResult,
): readonly RequirementChange[] {
  const known = after ?? before;
  if (known === undefined) return [];
  const checks = checkChanges(before?.checks ?? [], after?.checks ?? []);
  const fate = fateOf({ before, after, checks });
  if (fate === undefined) return [];
  return [
    {
      id: known.id,
      text: known.text,
      fate,
      isWorse: isWorse(fate, checks),
      ...(before === undefined ? {} : { before: standing(before) }),
      ...(after === undefined ? {} : { after: standing(after) }),
      checks: before === undefined || after === undefined ? [] : checks,
    },
  ];
}

function standing({ verdict, reason }: RequirementResult): Standing {
  return { verdict, reason };
}
