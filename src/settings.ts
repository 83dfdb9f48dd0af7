import type { Instant } from './clock.ts';
import type { Value } from './value.ts';

/** What a dataflow document leaves open (`sync-semantics.md`, Settings). Plain data. */
export interface Settings {
  /** By the section's heading; a section without an entry takes `{}`. */
  readonly sections: Readonly<Record<string, SectionSettings>>;
  /** In how many quiet cycles the engine must have settled. */
  readonly quietCycles: number;
  /** Every how many cycles each entity is listed whole, so that deletions and unstamped changes are seen. */
  readonly sweepEvery: number;
  /** How far behind the newest stamp a change list starts, in milliseconds: at least the replicas' lag. */
  readonly overlapMs: Instant;
}

/** The settings of one section. */
export interface SectionSettings {
  /** Which side wins when both records were modified at the same moment; the source by default. */
  readonly priority?: Side;
  /** The record below which counterparts are created, found by a key. */
  readonly parent?: ParentKey;
  /** Values that a create needs and that the property table does not carry, by target property. */
  readonly provide?: Readonly<Record<string, Provided>>;
  /** The provided target property by which a counterpart that was perhaps created is found again. */
  readonly marker?: string;
  /** Target properties that are written by writing another section's counterpart of the same source record. */
  readonly writeThrough?: Readonly<Record<string, LinkedProperty>>;
}

export type Side = 'source' | 'target';

export interface ParentKey {
  readonly entity: string;
  readonly property: string;
  readonly value: string | number;
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
  | ({ readonly kind: 'linked' } & LinkedProperty);

/** What holds where settings say nothing. */
export const defaultSettings: Settings = {
  sections: {},
  quietCycles: 3,
  sweepEvery: 12,
  overlapMs: 5000,
};
