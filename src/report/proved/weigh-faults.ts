import { allRequirements } from '../result/all-requirements.ts';
import type { Result, TriedFault } from '../result/model.ts';

/** The faults that were tried, by where they are caught. */
export interface WeighedFaults {
  /** By no check that is about them. */
  readonly nowhere: readonly TriedFault[];
  /** By a check of this result. */
  readonly here: readonly TriedFault[];
  /** Only in documents that have what such a fault needs to show. */
  readonly elsewhere: readonly TriedFault[];
}

/** Sorts the faults by where they are caught; each group in the order in which they were tried. */
export function weighFaults(result: Result): WeighedFaults {
  const caught = new Set(
    allRequirements(result).flatMap(({ proof }) =>
      (proof?.catches ?? []).map(({ engine }) => engine),
    ),
  );
  const tried = result.tried ?? [];
  const others = tried.filter(({ engine }) => !caught.has(engine));
  return {
    nowhere: others.filter(({ alarms }) => alarms.length === 0),
    here: tried.filter(({ engine }) => caught.has(engine)),
    elsewhere: others.filter(({ alarms }) => alarms.length > 0),
  };
}
