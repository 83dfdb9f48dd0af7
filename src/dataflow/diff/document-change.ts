/** Every kind of difference between two documents. */
export const documentChangeKinds = [
  'title',
  'section-added',
  'section-dropped',
  'section-order',
  /** A heading says the same in other letters; what says something else is another section. */
  'heading',
  /** A section opens with another rule: `every` has become `link-first`. */
  'opening-rule',
  'promise-added',
  'promise-dropped',
  'promise-reworded',
  'row-added',
  'row-dropped',
  /** A row carries the same two properties as another type. */
  'row-type',
  /** The promises and rows of a section stand in another order. */
  'promise-order',
  'merge-row-added',
  'merge-row-dropped',
  'merge-row-order',
  /** Something that the reader could not take as it stands is new, or gone. */
  'diagnostic-added',
  'diagnostic-dropped',
] as const;

export type DocumentChangeKind = (typeof documentChangeKinds)[number];

/** One difference between two documents, in the documents' own words. */
export interface DocumentChange {
  readonly kind: DocumentChangeKind;
  /** The section's heading; `''` for what is of the whole document. */
  readonly section: string;
  /** What the older document says; absent where something was added. */
  readonly before?: string;
  /** What the newer document says; absent where something was dropped. */
  readonly after?: string;
  /** Ids of the requirements that it concerns, in either document. */
  readonly requirements: readonly string[];
}
