import type { RecordsAt } from '../faults/records.ts';
import type { Expectation } from '../people/audit.ts';
import type { Answer } from './answer.ts';
import type { RouteKind } from './route.ts';

/** How a system says what is not the answer to a call that it understood, and what its answers look like. */
export interface Dialect {
  /** The answer for a status of 300 and above that no route gave. */
  failure(status: number, headers?: Readonly<Record<string, string>>): Answer;
  /** How the system says no to a write, or shows nothing to a reader, though all is well. */
  denial(kind: RouteKind): Answer;
  /** How the system refuses a request in words of its own. */
  refusal(message: string): Answer;
  /** Whether the query of a list sets a condition. */
  searches(query: URLSearchParams): boolean;
  readonly records: RecordsAt;
  /** What the contract says of an answer of this kind and status. */
  expected(kind: RouteKind, answer: Answer): Expectation;
}
