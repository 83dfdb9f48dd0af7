import type { Instant } from './clock.ts';
import type { Properties, Value } from './value.ts';

/** What a dataflow document leaves open (`sync-semantics.md`, Settings). Plain data. */
export interface Settings {
  /** By the section's heading; a section without an entry takes `{}`. */
  readonly sections: Readonly<Record<string, SectionSettings>>;
  /** By a `conditional` promise's own condition, what it means; a condition without one is not carried out. */
  readonly conditions: Readonly<Record<string, (source: Properties) => boolean>>;
  /** In how many quiet cycles the engine must have settled. */
  readonly quietCycles: number;
  /** Every how many cycles each entity is listed whole, so that deletions and unstamped changes are seen. */
  readonly sweepEvery: number;
  /** How far behind the newest stamp a change list starts, in milliseconds: at least the replicas' lag. */
  readonly overlapMs: Instant;
  /** A side that has lost this many linked records at once, and this share of them, is not believed. */
  readonly shrinkage: { readonly records: number; readonly share: number };
}

/** The settings of one section. */
export interface SectionSettings {
  /** Which side wins when both records were modified at the same moment; the source by default. */
  readonly priority?: Side;
  /** A side that is not shared is read but never written. */
  readonly share?: Readonly<Partial<Record<Side, boolean>>>;
  /** Limited mode: of records without a counterpart only those modified since then get one. */
  readonly limitedSince?: Instant;
  /** The record below which counterparts are created. */
  readonly parent?: ParentKey | Referred;
  /** Values that a create needs and that the property table does not carry, by target property. */
  readonly provide?: Readonly<Record<string, Provided>>;
  /** The provided target property by which a counterpart that was perhaps created is found again. */
  readonly marker?: string;
  /** For `created-by-relation`: by which properties of which sections' source records they refer to this one's. */
  readonly relatedBy?: readonly Referred[];
  /** Source properties of the table that say yes or no to a use of somebody's data: no wins over yes, whichever is newer. */
  readonly consent?: readonly string[];
  /** Target properties that are written by writing another section's counterpart of the same source record. */
  readonly writeThrough?: Readonly<Record<string, LinkedProperty>>;
}

export type Side = 'source' | 'target';

/** The other side. */
export function opposite(side: Side): Side {
  return side === 'source' ? 'target' : 'source';
}

export interface ParentKey {
  readonly entity: string;
  readonly property: string;
  readonly value: string | number;
}

/** The counterpart, in the section headed `section`, of the record whose id the source's `property` holds. */
export interface Referred {
  readonly property: string;
  readonly section: string;
}

/** `property` of the record that the section headed `section` has linked to the same source record. */
export interface LinkedProperty {
  readonly section: string;
  readonly property: string;
}

/** Where a provided value comes from. */
export type Provided =
  | { readonly kind: 'constant'; readonly value: Value }
  /** A property of the source record, as it is when the counterpart is created. */
  | { readonly kind: 'copy'; readonly property: string }
  /** The source record's id behind a prefix. */
  | { readonly kind: 'marker'; readonly prefix: string }
  | ({ readonly kind: 'linked' } & LinkedProperty)
  /** `target` of the counterpart of the record that the source refers to, its `id` by default. */
  | ({ readonly kind: 'referred'; readonly target?: string } & Referred);

/** What holds where settings say nothing. */
export const defaultSettings: Settings = {
  sections: {},
  conditions: {},
  quietCycles: 3,
  sweepEvery: 12,
  overlapMs: 5000,
  shrinkage: { records: 10, share: 0.5 },
};
