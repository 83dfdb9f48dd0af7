/** What a document and the APIs' contracts contradict before anything runs. */
export const findingKinds = [
  /** The API has no such entity. */
  'unknown-entity',
  /** The API's entity has no such property. */
  'unknown-property',
  /** A property that the document maps cannot be written. */
  'read-only',
  /** The target's type or length cannot hold all that the source's can. */
  'cannot-hold',
  /** The API wants a value that the document maps nothing to. */
  'required-unmapped',
  /** The API writes the record only below a parent that the document does not name. */
  'parent-unmapped',
  /** The value lives in another section's entity. */
  'coupled',
  /** Records carry no modification time to poll by, or to decide "latest" by. */
  'no-modification-time',
  /** The section keeps records in sync but names no property to carry. */
  'nothing-carried',
] as const;

export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** The requirement that it concerns. */
  readonly requirement: string;
  /** One sentence for QA: what contradicts what, and what follows. */
  readonly text: string;
  /** How the settings close the gap, where they do. */
  readonly settled?: string;
  /** What says so: `contract, Projectactivity.code`, or a line of the document. */
  readonly source: string;
  /** Set where the fact is an assumption. */
  readonly assumed?: string;
}
