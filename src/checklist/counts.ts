import type { Verdict } from './verdict.ts';

/** How many of each verdict. They add up to the number of things counted. */
export type Counts = Readonly<Record<Verdict, number>>;

/** Counts requirements or checks by verdict; none is left out. */
export function countVerdicts(of: readonly { readonly verdict: Verdict }[]): Counts {
  const counts: Record<Verdict, number> = {
    passed: 0,
    failed: 0,
    inconclusive: 0,
    blocked: 0,
    untested: 0,
    waived: 0,
    manual: 0,
  };
  for (const { verdict } of of) counts[verdict] += 1;
  return counts;
}
