import type { Side } from '../../settings.ts';
import type { Lease, LeaseTerm } from './lease.ts';
import type { CreateIntent, Link, Pending, Watermark } from './link.ts';
import type { LostKey, LostValue } from './lost-value.ts';

/** One durable change of the engine's memory. */
export type StoreChange =
  /** A new link, or a known one's new state; a link that would re-point a record is refused. */
  | { readonly kind: 'link'; readonly link: Link }
  | { readonly kind: 'intent'; readonly intent: CreateIntent }
  | { readonly kind: 'intent-done'; readonly section: string; readonly sourceId: string }
  | { readonly kind: 'pending'; readonly pending: Pending }
  | { readonly kind: 'pending-done'; readonly section: string; readonly sourceId: string }
  /** A value that loses, or one's newer state. */
  | { readonly kind: 'lost'; readonly value: LostValue }
  | { readonly kind: 'lost-done'; readonly value: LostKey }
  | { readonly kind: 'watermark'; readonly watermark: Watermark }
  /** Ids that a whole listing has named, see `Store.unseen`. */
  | {
      readonly kind: 'seen';
      readonly side: Side;
      readonly entity: string;
      readonly ids: readonly string[];
    }
  /** Forgets what was seen of an entity: before a whole listing begins, and when it is settled. */
  | { readonly kind: 'seen-done'; readonly side: Side; readonly entity: string };

/** The engine's memory. Whatever `commit` was given is durable, as a whole, once it returns. */
export interface Store {
  /** The link of a section by the id of the record on one side. */
  link(by: {
    readonly section: string;
    readonly side: Side;
    readonly id: string;
  }): Promise<Link | undefined>;
  /** The links that a section has now, in the order in which they came; newer states may show meanwhile. */
  links(section: string): AsyncIterable<Link>;
  /** Those of a section's links whose record on one side was not seen since the last `seen-done`; ordered like `links`. */
  unseen(by: {
    readonly section: string;
    readonly side: Side;
    readonly entity: string;
  }): AsyncIterable<Link>;
  intent(by: {
    readonly section: string;
    readonly sourceId: string;
  }): Promise<CreateIntent | undefined>;
  pending(by: {
    readonly section: string;
    readonly sourceId: string;
  }): Promise<Pending | undefined>;
  /** Everything of a section that is still to arrive, oldest first. */
  allPending(section: string): Promise<readonly Pending[]>;
  /**
   * Values of a section that have lost and that nobody has taken note of, oldest first, or those of
   * one source record in any order; the reported ones too, or only the others.
   */
  lostValues(by: {
    readonly section: string;
    readonly sourceId?: string;
    readonly reported: boolean;
  }): Promise<readonly LostValue[]>;
  watermark(by: { readonly side: Side; readonly entity: string }): Promise<Watermark | undefined>;
  /**
   * Makes all changes durable, in their order, or none. Refused with `lease` unless the lease
   * given is the store's own now; without one, unless nobody holds the store.
   */
  commit(changes: readonly StoreChange[], lease?: Lease): Promise<void>;
  /** Takes the store where nobody holds it, or its holder's time is over; refused with `lease` otherwise. */
  acquireLease(wanted: { readonly owner: string } & LeaseTerm): Promise<Lease>;
  /** Prolongs a lease, expired or not, that nobody has taken over; refused with `lease` otherwise. */
  renewLease(lease: Lease, term: LeaseTerm): Promise<Lease>;
  /** Gives the store back; a lease that is lost already is let go without a word. */
  releaseLease(lease: Lease): Promise<void>;
  close(): Promise<void>;
}
