import type { Fate } from './fates.ts';

/** How a fate is told. */
interface FateWords {
  /** In a sentence, after a count. */
  readonly count: string;
  readonly heading: string;
  readonly note?: string;
}

/** What became of a requirement, in words. */
export const fateWords: Readonly<Record<Fate, FateWords>> = {
  'newly-failed': { count: 'newly failed', heading: 'Newly failed' },
  'newly-open': { count: 'no longer tested', heading: 'Newly untested or blocked' },
  'new-failed': { count: 'new and not kept', heading: 'New promises that are not kept' },
  new: { count: 'new', heading: 'New promises' },
  'still-failing': { count: 'still failing', heading: 'Still failing' },
  'not-shown-fixed': {
    count: 'not shown to be fixed',
    heading: 'Passed, but not shown to be fixed',
    note: 'A check that failed is gone, or was not played to its end.',
  },
  'newly-waived': { count: 'newly waived', heading: 'Newly waived' },
  fixed: { count: 'fixed', heading: 'Fixed' },
  'newly-passed': { count: 'newly passed', heading: 'Newly passed' },
  'still-open': {
    count: 'untested in another way',
    heading: 'Still not tested, for another reason',
  },
  'other-checks': { count: 'checked otherwise', heading: 'As before, but not by the same checks' },
  gone: { count: 'gone', heading: 'Gone promises', note: 'Gone is not fixed.' },
};
