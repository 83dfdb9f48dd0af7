import type { Clock } from './clock.ts';
import type { Value } from './records/value.ts';

/** Who made a change: a person at a party, the engine over the API, or the system by itself. */
export type Author = 'user' | 'engine' | 'server';

/** One request that a twin answered (or let fail), whole. Secrets are masked before they get here. */
export interface RequestEntry {
  readonly kind: 'request';
  /** Order over all twins that share the ledger, from 1; shared with the changes. */
  readonly seq: number;
  readonly at: number;
  readonly system: string;
  readonly method: string;
  /** Path and query as they came over the wire. */
  readonly url: string;
  readonly mutating: boolean;
  readonly request: string;
  /** 0 where the connection was broken instead of answered. */
  readonly status: number;
  readonly response: string;
  /** Whether the twin said no in its API's own way, whatever the status. */
  readonly refused: boolean;
  /** The faults that touched this request, in words. */
  readonly fault?: string;
  /** Seconds to stay away that a 429 or a 503 asked for. */
  readonly retryAfter?: number;
}

/** What really differs in one change, by property. */
export type FieldChanges = Readonly<
  Record<string, { readonly before: Value; readonly after: Value }>
>;

/** One change of one record. */
export interface ChangeEntry {
  readonly kind: 'change';
  readonly seq: number;
  readonly at: number;
  readonly system: string;
  readonly entity: string;
  readonly id: string;
  readonly action: 'create' | 'update' | 'delete';
  readonly author: Author;
  /** The request that caused it; only an engine's changes have one. */
  readonly request?: number;
  readonly fields: FieldChanges;
}

export type LedgerEntry = RequestEntry | ChangeEntry;

/** A request as it arrives, before anything is known of its answer. */
export type Arrival = Pick<RequestEntry, 'system' | 'method' | 'url' | 'mutating' | 'request'>;

/** How a request ended. */
export type Ending = Pick<RequestEntry, 'status' | 'response' | 'refused' | 'fault' | 'retryAfter'>;

/** Every request and every change of the twins that share it, in order. Only twins append. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** Takes the request's place in the order and returns its `seq`. */
  arrive(arrival: Arrival): number;
  /** Completes the entry of the request `seq`; refuses a `seq` that never arrived. */
  end(seq: number, ending: Ending): void;
  change(change: Omit<ChangeEntry, 'kind' | 'seq' | 'at'>): void;
}

/** An empty ledger that dates its entries by `clock`. */
export function createLedger({ clock }: { readonly clock: Clock }): Ledger {
  const entries: LedgerEntry[] = [];
  return {
    entries,
    arrive: (arrival) => {
      const seq = entries.length + 1;
      const unanswered = { status: 0, response: '', refused: false };
      entries.push({ kind: 'request', seq, at: clock.now(), ...arrival, ...unanswered });
      return seq;
    },
    end: (seq, ending) => {
      const entry = entries[seq - 1];
      if (entry?.kind !== 'request') throw new Error(`No request ${seq} in the ledger`);
      entries[seq - 1] = { ...entry, ...ending };
    },
    change: (change) => {
      entries.push({ kind: 'change', seq: entries.length + 1, at: clock.now(), ...change });
    },
  };
}
