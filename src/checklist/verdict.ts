/** What can be said of a check or a requirement; `design.md`, Words. */
export const verdicts = [
  'passed',
  'failed',
  'inconclusive',
  'blocked',
  'untested',
  'waived',
  'manual',
] as const;

export type Verdict = (typeof verdicts)[number];
