/** A comparison in plain words: what every view of it shows, and nothing that a view works out. */
export interface Comparison {
  readonly title: string;
  /** The whole in one sentence. */
  readonly sentence: string;
  /** Whether anything got worse; a document is never worse than another. */
  readonly isWorse: boolean;
  /** What was compared with what. */
  readonly identity: readonly Pair[];
  /** What is different, what weighs most first; no group is empty. */
  readonly groups: readonly Group[];
}

/** A name with what it was and what it is. */
export interface Pair {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Differences of one kind. */
export interface Group {
  readonly heading: string;
  /** What is meant by it, where that is not plain. */
  readonly note?: string;
  readonly items: readonly Item[];
}

/** One difference. */
export interface Item {
  /** The document's or the check's own words. */
  readonly words: string;
  /** Where it belongs: an id, or a heading. */
  readonly place: string;
  /** What it was; left out where it was nothing, or nothing else. */
  readonly before?: string;
  readonly after?: string;
  /** More that belongs to it, a line each. */
  readonly details: readonly string[];
}
