import type { Store } from '../../src/sync/store/store.ts';

/** One store somewhere, which engines open, one after the other or several at once. */
export interface StorePlace {
  /** `create` says that it is a first run. */
  open(options?: { readonly create?: boolean }): Promise<Store>;
}

/** A store that outlives its process. */
export interface DurablePlace extends StorePlace {
  /** Makes the store one of another version, as another syncproof would have left it. */
  setVersion(version: number): Promise<void>;
}

/** A kind of store under the contract. */
export interface StoreKind<Place extends StorePlace = StorePlace> {
  /** How many random histories it is given: fewer where each takes longer. */
  readonly histories: number;
  /** Makes what all its places need; given back by `stop`. */
  start(): Promise<void>;
  /** A place where nothing has been stored yet. */
  place(): Place;
  stop(): Promise<void>;
}

/** What stores of a kind keep: one test each, of a place where nothing has been stored yet. */
export type Contract<Place extends StorePlace> = Readonly<
  Record<string, (place: Place) => Promise<void>>
>;
