/**
 * The dataflow document, read: the test basis. Plain readonly data; every line number is
 * 1-based and counts lines of the file as it was given, whatever their line ends.
 */
export interface Dataflow {
  /** The title line without its trailing blanks, or `''` where the document has none. */
  readonly title: string;
  /** The source system's name; `''` where the platform left it out. */
  readonly source: string;
  /** The target system's name; `''` where the platform left it out. */
  readonly target: string;
  /** `YYYY-MM-DD hh:mm:ss`, as written, or `''`. */
  readonly generated: string;
  readonly sections: readonly Section[];
  readonly diagnostics: readonly Diagnostic[];
}

/** One heading "A to B": what is promised of A's records and their counterparts in B. */
export interface Section {
  readonly heading: string;
  readonly line: number;
  /**
   * The source entity, with its system's name, as the heading writes it but for blanks: none
   * around it, and one where the heading has several.
   */
  readonly source: string;
  /** The target entity, with its system's name, written likewise. */
  readonly target: string;
  readonly requirements: readonly Requirement[];
  readonly properties: readonly PropertyRow[];
  readonly mergeOn: readonly MergeRow[];
}

/** Every kind of promise that the dialect knows; a `property` is one row of the property table. */
export const requirementKinds = [
  'every',
  'conditional',
  'link-first',
  'merge',
  'created-by-relation',
  'adopt-or-create',
  'both-ways',
  'property',
] as const;

export type RequirementKind = (typeof requirementKinds)[number];

/** One promise of the document, in its own words. */
export interface Requirement {
  /** Unique in the document, readable, and unmoved by changes elsewhere in the document. */
  readonly id: string;
  readonly kind: RequirementKind;
  readonly line: number;
  /**
   * The document's own sentence, its lines joined by a blank where it has several; for a
   * `property` its row: `subject = name, "string"`.
   */
  readonly text: string;
}

/** One row of a property table. A missing or empty cell is `''`; no cell has blanks around it. */
export interface PropertyRow {
  readonly source: string;
  readonly target: string;
  /** The data type cell as written, quotes and all. */
  readonly type: string;
  readonly line: number;
}

/** One row of a merge table: an alternative on which two existing records are linked. */
export interface MergeRow {
  readonly source: string;
  readonly target: string;
  readonly line: number;
}

/** A line, or a part of the document, that the reader could not take as it stands. */
export interface Diagnostic {
  readonly line: number;
  /** The line as it stands, cut at 200 characters. */
  readonly text: string;
  /** What is wrong, and what the reader did with it. */
  readonly problem: string;
}
