import type { Answer } from '../answer.ts';
import type { PartyOutcome } from '../party.ts';
import type { Properties } from '../value.ts';
import type { Target } from './aim.ts';

/** What a fault can reach of the twin and the request that it falls on. */
export interface Site extends Target {
  readonly mutating: boolean;
  /** The id of the record that a write addresses, or `undefined` for reads and creates. */
  addressed(): string | undefined;
  /** The system's answer for a transport-level failure, in its own format. */
  failure(status: number, headers?: Readonly<Record<string, string>>): Answer;
  /** How the system says no to a write, or shows nothing to a reader, though all is well. */
  denial(): Answer;
  revokeTokens(): void;
  /** Edits a record as a person at the system would, at once. */
  edit(entity: string, id: string, fields: Properties): PartyOutcome;
}

/** One request-bound fault round the handling of a request: it says in words what it did. */
export interface Struck {
  readonly words: string;
  readonly answer: Answer;
}
