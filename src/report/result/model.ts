import type { Assumption } from '../../checklist/contract.ts';
import type { Finding } from '../../checklist/finding.ts';
import type { Outcome } from '../../checklist/outcome.ts';
import type { Shard } from '../../checklist/shard.ts';
import type { Verdict } from '../../checklist/verdict.ts';
import type { Violation } from '../../checklist/violation.ts';
import type {
  Diagnostic,
  MergeRow,
  PropertyRow,
  RequirementKind,
} from '../../dataflow/dataflow.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { History } from '../past/history.ts';
import type { Since } from '../past/since.ts';

/**
 * The result of one run: all that any view shows, and nothing that a view has to work out.
 * `reports/checklist.json` is this, and every view is a pure function of it.
 */
export interface Result {
  readonly format: 'syncproof-result/1';
  readonly document: DocumentIdentity;
  readonly run: RunIdentity;
  /** Verdict of the whole in one word, and the sentence that stands on top of the page. */
  readonly outcome: Outcome['outcome'];
  readonly sentence: string;
  readonly sections: readonly SectionResult[];
  readonly diagnostics: readonly Diagnostic[];
  /** What the verdicts lean on that is not publicly known of the APIs. */
  readonly assumptions: readonly Assumption[];
  /** SHA-256, hex, of what each system's API was taken to do; signatures are bound to it. */
  readonly contracts?: ContractDigests;
  /** The faults that the checks were tried on, where they were: each requirement's proof names them. */
  readonly tried?: readonly TriedFault[];
  /** How often an alarm rang for the engine that is right: such a proof does not hold; left out where none did. */
  readonly falseAlarms?: number;
  /** The runs before this one, the newest last; not told of a part of a checklist. */
  readonly earlier?: History;
  /** What is different from an earlier run, where there is one to hold this one to. */
  readonly since?: Since;
}

export interface ContractDigests {
  readonly source: string;
  readonly target: string;
}

export interface DocumentIdentity {
  /** Path as it was given, or relative to the project for our own. */
  readonly file: string;
  readonly title: string;
  readonly source: string;
  readonly target: string;
  readonly generated: string;
  /** SHA-256 of the document's bytes, hex. */
  readonly digest: string;
}

export interface RunIdentity {
  readonly engine: string;
  readonly seed: number;
  /** ISO 8601, UTC. */
  readonly started: string;
  readonly durationMs: number;
  /** syncproof's own version. */
  readonly version: string;
  /** Set where only this share of the checks was run. */
  readonly shard?: Shard;
  /** Why the run stopped before its end, where it did: `the run was stopped by a person`. */
  readonly interrupted?: string;
}

export interface SectionResult {
  readonly heading: string;
  readonly line: number;
  readonly source: string;
  readonly target: string;
  readonly properties: readonly PropertyRow[];
  readonly mergeOn: readonly MergeRow[];
  readonly requirements: readonly RequirementResult[];
}

export interface RequirementResult {
  readonly id: string;
  readonly kind: RequirementKind;
  readonly line: number;
  readonly text: string;
  readonly verdict: Verdict;
  /** One plain sentence: how it was established, or why not. Never empty. */
  readonly reason: string;
  readonly findings: readonly Finding[];
  readonly checks: readonly CheckResult[];
  /** Who accepts it as it is; one that has ended is still shown, but no longer counts. */
  readonly waiver?: Waiver;
  /** What its checks are proved to catch; without it nobody has shown that they can fail. */
  readonly proof?: RequirementProof;
  /** What it leans on that is a choice of ours. */
  readonly leansOn?: readonly Leaning[];
}

/** Somebody's word that a requirement is accepted although it is not kept. */
export interface Waiver {
  readonly name: string;
  readonly reason: string;
  /** The last day on which it counts, `2026-12-31`, UTC. */
  readonly until: string;
}

/** A fact that a requirement leans on and that is not publicly known. */
export interface Leaning {
  /** What it is a fact of: `Contacts.email`. */
  readonly subject: string;
  readonly text: string;
}

export interface CheckResult {
  /** Unique below its requirement, stable: `creates-exactly-one`. */
  readonly id: string;
  /** What the check shows, as a plain sentence. */
  readonly title: string;
  readonly verdict: Verdict;
  /** Why, where the verdict is not `passed`; how it was established where it is. */
  readonly reason: string;
  readonly violation?: Violation;
  readonly durationMs: number;
  readonly evidence?: Evidence;
  /** A command that runs this check again. */
  readonly replay: string;
}

/** A fault that the checks were tried on: one faulty engine. */
export interface TriedFault {
  /** The faulty engine's name, which `Catch.engine` refers to. */
  readonly engine: string;
  /** What it does wrong, in one plain sentence. */
  readonly fault: string;
  /** The kind of fault, in words that head a list: `Conflicts`. */
  readonly kind?: string;
  /** Its row of the catalogue (`sync-bugs.md` 2), where it has one. */
  readonly row?: string;
  /** What rang for it on any document, each enough to catch it; none where it goes unnoticed. */
  readonly alarms: readonly string[];
}

/** What the checks of a requirement are proved to catch. */
export interface RequirementProof {
  /** `stale`: what the proof depends on has changed since, and it has to be made again. */
  readonly state: 'proved' | 'stale';
  /** Empty where every fault was tried and none was caught here. */
  readonly catches: readonly Catch[];
}

/** One faulty engine that a check fails, for the right reason. */
export interface Catch {
  /** A `TriedFault.engine`. */
  readonly engine: string;
  /** Id of the check, below its requirement. */
  readonly check: string;
  /** The invariant that rang, or the check's id where its own expectation did. */
  readonly law: string;
}
