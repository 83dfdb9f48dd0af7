import type { Side } from '../settings.ts';
import type { CreateIntent, Link, Pending, Watermark } from './link.ts';

/** One durable change of the engine's memory. */
export type StoreChange =
  | { readonly kind: 'link'; readonly link: Link }
  | { readonly kind: 'intent'; readonly intent: CreateIntent }
  | { readonly kind: 'intent-done'; readonly section: string; readonly sourceId: string }
  | { readonly kind: 'pending'; readonly pending: Pending }
  | { readonly kind: 'pending-done'; readonly section: string; readonly sourceId: string }
  | { readonly kind: 'watermark'; readonly watermark: Watermark };

/** The engine's memory. Whatever `commit` was given is durable, as a whole, once it returns. */
export interface Store {
  /** The link of a section by the id of the record on one side. */
  link(by: {
    readonly section: string;
    readonly side: Side;
    readonly id: string;
  }): Promise<Link | undefined>;
  links(section: string): AsyncIterable<Link>;
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
  watermark(by: { readonly side: Side; readonly entity: string }): Promise<Watermark | undefined>;
  commit(changes: readonly StoreChange[]): Promise<void>;
}
