/** What a system's API is known, or assumed, to do. Plain data, made from the zod contract. */
export interface SystemContract {
  readonly system: string;
  readonly entities: readonly EntityContract[];
  /** Behaviour that is not publicly known and was chosen. */
  readonly assumptions: readonly Assumption[];
  /** What its API can do beside reading and writing single records; nothing where left out. */
  readonly offers?: readonly Offer[];
}

/**
 * `batches`: several records are made in one request; `notifications`: it tells which records have
 * changed; `tombstones`: it remembers for a while which were deleted; `archives`: it still shows those.
 */
export type Offer = 'batches' | 'notifications' | 'tombstones' | 'archives';

/** One choice of ours, with a readable and stable id: `poweroffice-go/empty-text-clears`. */
export interface Assumption {
  readonly id: string;
  readonly text: string;
}

/** One kind of record. */
export interface EntityContract {
  /** As documents name it, without the system's name. */
  readonly name: string;
  /** The entity below which records are written, where the API wants one. */
  readonly parent?: string;
  /** The property that holds a record's modification time, where it has one. */
  readonly modifiedAt?: string;
  readonly properties: readonly PropertyContract[];
}

export type PropertyType =
  | 'string'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'stamp'
  | 'enum'
  | 'list';

/** One property: its type, limits, and where the fact is from. */
export interface PropertyContract {
  /** Name or dotted path, in the API's casing. */
  readonly name: string;
  readonly type: PropertyType;
  readonly readOnly: boolean;
  /** Whether a create without a value is refused. */
  readonly required: boolean;
  readonly unique: boolean;
  /** In characters, where the API sets a limit. */
  readonly maxLength?: number;
  /** The numbers that an `enum` takes. */
  readonly values?: readonly number[];
  /** Set where the items of a `list` are lines: objects as JSON texts, each with an `id` that the system gives it. */
  readonly lines?: true;
  readonly coupledTo?: Coupling;
  /** Where the fact is from: `apis.md 2.2`. */
  readonly source: string;
  /** Set where the fact is a choice of ours: what was chosen, and why. */
  readonly assumed?: string;
}

/** `property` of the `entity` whose `theirKey` equals this record's `ownKey`. */
export interface Coupling {
  readonly entity: string;
  readonly property: string;
  readonly ownKey: string;
  readonly theirKey: string;
}
