/** A fault to prove: what `prove` is told of a faulty engine. */
export interface Fault {
  readonly name: string;
  readonly row?: string;
  readonly fault: string;
  /** The kind of fault, in words that head a list: `Conflicts`. */
  readonly kind?: string;
  /** Numbers of the invariants of which one must ring. */
  readonly laws: readonly string[];
  /** Checks whose own expectation may ring as well, by id. */
  readonly expectations: readonly string[];
  /** Why one alarm is all that can ring for it, where that is so. */
  readonly single?: string;
  /** The proving documents on which it has alarms, by name. */
  readonly on: readonly string[];
}
