import type { Violation } from '../checklist/violation.ts';

/** Ends a check whose requirement is broken: the red of the engine, never of the harness. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
  readonly violation: Violation;
  /** The other laws that the same scene broke, each once: alarms that would have rung without this one. */
  readonly alsoBroken: readonly string[];

  constructor(violation: Violation, others: readonly Violation[] = []) {
    super(`${violation.law}: ${violation.message}`);
    this.violation = violation;
    const laws = new Set(others.map(({ law }) => law));
    laws.delete(violation.law);
    this.alsoBroken = [...laws];
  }
}

/** Ends a check in which the engine came to no point where it could be judged. */
export class Inconclusive extends Error {
  override readonly name = 'Inconclusive';
}

/** Ends a check that the API or the document makes impossible to carry out, with the proof. */
export class Blocked extends Error {
  override readonly name = 'Blocked';
}
