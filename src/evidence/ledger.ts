import type { Instant } from '../clock.ts';
import type { Value } from '../value.ts';

/** Who made a change: a person at a party, the engine under test, or the system by itself. */
export type Author = 'user' | 'engine' | 'server';

/** One request that a twin answered (or let fail), whole. */
export interface RequestEntry {
  readonly kind: 'request';
  /** Order over both systems, from 1; shared with the changes. */
  readonly seq: number;
  readonly at: Instant;
  readonly system: string;
  readonly method: string;
  /** Path and query as they came over the wire. */
  readonly url: string;
  /** Whether the twin's contract calls the request mutating: false for reads and for tokens. */
  readonly mutating: boolean;
  /** The request's body as sent, `''` where there was none. */
  readonly request: string;
  /** 0 where the connection was broken instead of answered. */
  readonly status: number;
  /** The answer's body as the twin sent it. */
  readonly response: string;
  /** Whether the twin said no in its API's own way, whatever the status. */
  readonly refused: boolean;
  /** The fault that was injected into this request, in words (`F2: committed, then reset`). */
  readonly fault?: string;
  /** Seconds to stay away that the answer asked for (`Retry-After`); absent where it did not. */
  readonly retryAfter?: number;
}

/** One change of one record. A create and a delete list every property that had or got a value. */
export interface ChangeEntry {
  readonly kind: 'change';
  readonly seq: number;
  readonly at: Instant;
  readonly system: string;
  readonly entity: string;
  readonly id: string;
  readonly action: 'create' | 'update' | 'delete';
  readonly author: Author;
  /** The request that caused it; absent for users and for the system's own doings. */
  readonly request?: number;
  /** Only what really differs. */
  readonly fields: Readonly<Record<string, { readonly before: Value; readonly after: Value }>>;
}

export type LedgerEntry = RequestEntry | ChangeEntry;

/** Every request and every change, in order. The twins write it; checks and invariants only read. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
}
