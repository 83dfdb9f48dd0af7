import type { Violation } from '../checklist/violation.ts';

/** Ends a check whose requirement is broken: the red of the engine, never of the harness. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
  readonly violation: Violation;

  constructor(violation: Violation) {
    super(`${violation.law}: ${violation.message}`);
    this.violation = violation;
  }
}

/** Ends a check that the API or the document makes impossible to carry out, with the proof. */
export class Blocked extends Error {
  override readonly name = 'Blocked';
}
