import type { Answer } from '../http/answer.ts';
import type { Act } from '../people/act.ts';
import type { PartyOutcome } from '../people/party.ts';
import type { Lag } from '../records/history.ts';
import type { Target } from './aim.ts';
import type { RecordsAt } from './records.ts';

/** What a fault can reach of the twin and the request that it falls on. */
export interface Site extends Target {
  readonly mutating: boolean;
  /** Whether it asks what has changed. */
  readonly notices: boolean;
  /** The body that was sent. */
  readonly body: string;
  now(): number;
  /** The system's answer for a transport-level failure, in its own format. */
  failure(status: number, headers?: Readonly<Record<string, string>>): Answer;
  /** How the system says no to a write, or shows nothing to a reader, though all is well. */
  denial(): Answer;
  /** How the system refuses in words of its own. */
  refusal(message: string): Answer;
  /** How answers of this system carry records. */
  readonly records: RecordsAt;
  readonly tokens: TokenDesk;
  /** Does at once what people, or the system by itself, would do. */
  act(act: Act): PartyOutcome;
}

/** What faults may do to tokens. */
export interface TokenDesk {
  revokeAll(): void;
  limit(seconds: number): void;
  spend(token: string): void;
}

/** How a request is handled: what a fault may change of it on its way in. */
export interface Handling {
  readonly url: URL;
  readonly lag?: Lag;
  /** Instead of the one that was sent. */
  readonly body?: string;
}

/** A request that a fault falls on, and the way on. */
export interface Moment {
  readonly site: Site;
  readonly handling: Handling;
  readonly next: (handling: Handling) => Answer;
  /** Says in words, for the ledger, what the fault did. */
  readonly say: (words: string) => void;
}
