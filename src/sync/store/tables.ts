import type { Generated, Kysely, Transaction } from 'kysely';

/** Content as it is stored: JSON, and a checksum over it and the row's keys. */
export interface SealedColumns {
  readonly body: string;
  readonly sum: number;
}

interface OfSource extends SealedColumns {
  readonly section: string;
  readonly source: string;
}

/** The tables of a store, the same on every database. Ids are stored as `keyText` makes them. */
export interface Tables {
  readonly link: OfSource & { readonly seq: Generated<number>; readonly target: string };
  readonly intent: OfSource;
  readonly pending: OfSource & { readonly seq: Generated<number> };
  /** `what` names the property and its value; `state` is `new` until it has been reported. */
  readonly lost: OfSource & {
    readonly seq: Generated<number>;
    readonly what: string;
    readonly state: 'new' | 'reported';
  };
  readonly watermark: SealedColumns & { readonly side: string; readonly entity: string };
  readonly seen: { readonly side: string; readonly entity: string; readonly id: string };
  /** One row, always there: its lock is what orders the engines that commit. */
  readonly lease: {
    readonly owner: string | null;
    readonly token: number;
    readonly expires_at: number;
  };
  /** One row: how many migrations this store has seen. */
  readonly format: { readonly version: number };
}

/** A database with a store's tables, in or outside a transaction. */
export type Db = Kysely<Tables> | Transaction<Tables>;
