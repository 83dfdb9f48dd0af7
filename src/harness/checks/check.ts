import type { PropertyRow, RequirementKind } from '../../dataflow/dataflow.ts';
import type { Bench } from '../basis/bench.ts';
import type { Stage } from '../stage/stage.ts';

/** A procedure that can show a requirement of one kind broken. */
export interface Check {
  /** Unique among the checks of a requirement, stable: `creates-exactly-one`. */
  readonly id: string;
  readonly kind: RequirementKind;
  /** What it shows, as a plain sentence. */
  readonly title: (subject: Subject) => string;
  /** Whether the section gives it anything to look at; one that does not apply is not listed. */
  readonly applies?: (subject: Subject) => boolean;
  /** Where the settings limit the section to what was touched since then: left out, it begins after that. */
  readonly begins?: 'before-the-limit';
  /** Set where it tries many points one after the other, and so takes many times as long as others. */
  readonly thorough?: true;
  readonly play: (stage: Stage, subject: Subject) => Promise<void>;
}

/** What a check is played on: a section, and for a `property` its row. */
export interface Subject {
  readonly bench: Bench;
  readonly row?: PropertyRow;
}
