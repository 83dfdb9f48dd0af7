/**
 * What `syncproof prove` found: which engine, right but for one fault, failed which check of which
 * requirement. `proof.json` is this; every view of it is a pure function of it.
 */
export interface Proof {
  readonly format: 'syncproof-proof/1';
  readonly document: ProvedDocument;
  readonly seed: number;
  /** ISO 8601, UTC. */
  readonly started: string;
  readonly durationMs: number;
  /** SHA-256, hex, of all that the proof depends on: once it differs, the proof is of something else. */
  readonly fingerprint: string;
  /** Why it stopped before its end, where it did. */
  readonly interrupted?: string;
  /** Every check that the document is held to, as `requirement#check`. */
  readonly checks: readonly string[];
  readonly engines: readonly EngineProof[];
  readonly reference: ReferenceProof;
}

/** What was proved, and where it stands. */
export interface ProvedDocument {
  readonly file: string;
  readonly title: string;
  /** SHA-256 of the document's bytes, hex. */
  readonly digest: string;
}

/** One faulty engine and all that rang for it. */
export interface EngineProof {
  readonly name: string;
  /** Its row of the catalogue; none for a fault that the catalogue does not have. */
  readonly row?: string;
  /** What it does wrong, in one plain sentence. */
  readonly fault: string;
  /** The kind of fault, in words that head a list: `Conflicts`. */
  readonly kind?: string;
  /** The numbers of the invariants of which one must ring. */
  readonly laws: readonly string[];
  /** Checks whose own expectation may ring as well, by id. */
  readonly expectations: readonly string[];
  /** How many scenes it was played in. */
  readonly scenes: number;
  readonly rings: readonly Ring[];
  /** What rang in the scenes of its alarms with all that had rung switched off; absent where two alarms, one of them a law of its row, rang at once. */
  readonly behind?: readonly Ring[];
  /** Why one alarm is all that can ring for it, where that is so. */
  readonly single?: string;
}

/** One scene that a faulty engine did not pass. */
export interface Ring {
  /** What the scene was played on: the proved document, or one of the proving documents by name. */
  readonly document: string;
  /** Whether that is the document that is proved. */
  readonly own: boolean;
  readonly requirement: string;
  readonly check: string;
  /** Whether an alarm rang, or the scene could not be judged: a crash is no proof. */
  readonly verdict: 'failed' | 'inconclusive' | 'blocked';
  /** What rang first: an invariant's law, or the check's id where its own expectation did. */
  readonly law: string;
  /** The other laws that broke in the same moment. */
  readonly others: readonly string[];
  readonly reason: string;
}

/** The engine with nothing replaced, in the same scenes with the same seeds. */
export interface ReferenceProof {
  readonly scenes: number;
  /** What rang for it: a false alarm each. */
  readonly rings: readonly Ring[];
  /** How many random histories it was played, and what they broke. */
  readonly histories: number;
  readonly broken: readonly string[];
}
