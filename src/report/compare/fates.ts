/** What can have become of a requirement from one result to the next; worst first. */
export const fates = [
  'newly-failed',
  /** It passed, failed or was waived, and now nobody has looked at it, or could. */
  'newly-open',
  /** The older result does not have it, and it is not kept. */
  'new-failed',
  /** The older result does not have it. */
  'new',
  'still-failing',
  /** It failed and now passes, but a check that failed is gone: that is not fixed. */
  'not-shown-fixed',
  'newly-waived',
  'fixed',
  'newly-passed',
  /** It still cannot be tested, for another reason. */
  'still-open',
  /** Its verdict is the same, but not by the same checks. */
  'other-checks',
  /** The newer result does not have it: gone is not fixed. */
  'gone',
] as const;

export type Fate = (typeof fates)[number];
