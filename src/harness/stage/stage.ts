import type { Violation } from '../../checklist/violation.ts';
import type { RequestEntry } from '../../evidence/ledger.ts';
import type { Recorder } from '../../evidence/recorder.ts';
import type { Side } from '../../settings.ts';
import type { Bench } from '../basis/bench.ts';
import type { FaultRule } from '../fault-rule.ts';
import type { EngineReport } from '../system-under-test.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';
import type { Run } from './run.ts';

/** What a check plays on: people on both sides, the engine between them, one section in the light. */
export interface Stage {
  readonly world: World;
  readonly bench: Bench;
  /** All sections, the one in the light among them. */
  readonly benches: readonly Bench[];
  readonly source: Actor;
  readonly target: Actor;
  readonly recorder: Recorder;
  /** Lets the engine make passes; after each, all invariants are judged. */
  cycle(times?: number): Promise<void>;
  /** Lets the engine settle, then holds it to its rest: what is promised must now be true. */
  rest(): Promise<void>;
  /** Lets the engine run until it has listed everything whole once more. */
  sweep(): Promise<void>;
  /** Ends the engine and starts it anew on what it remembered. */
  restart(): Promise<void>;
  /** What a user does in `actions` happens in one moment: no time passes. Returns what comes of it. */
  atOnce<T>(actions: () => Promise<T>): Promise<T>;
  overlap: Run['overlap'];
  kill: Run['kill'];
  spare: Run['spare'];
  memory: Run['memory'];
  company: Run['company'];
  fault(rule: FaultRule): void;
  /** All faults end. */
  mend(): void;
  /** A person working on the source records of another section, by its heading; refuses (`check`) an unknown one. */
  colleague(heading: string): Actor;
  /** The one counterpart of a source record, of another section where its heading is given; there being none, or two, breaks the promise. */
  counterpart(sourceId: string, heading?: string): Promise<string>;
  /** Whether a source record has a counterpart. */
  isPaired(sourceId: string): boolean;
  /** A user deletes a counterpart, and before it whatever other sections made that leans on it. */
  removeCounterpart(sourceId: string): Promise<void>;
  /** What the engine has said since the check began. */
  readonly reports: readonly EngineReport[];
  /** Mutating requests to one system since the stage's beginning. */
  writesTo(side: Side): readonly RequestEntry[];
  /** States what must hold; what does not hold breaks the promise. Refuses (`check`) what says nothing. */
  expect(expectation: Omit<Violation, 'law'> & { readonly holds: boolean }): void;
}
