/** What broke a promise: which record, which property, which write, against which law. */
export interface Violation {
  /** The check or invariant that rang: `I3 minimal writes`, or the check's own title. */
  readonly law: string;
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
}
