import type { Side } from '../settings.ts';

/** Whatever synchronises: our reference engine in process, or anybody's elsewhere. */
export interface SystemUnderTest {
  readonly name: string;
  /** One full pass. What it throws is a broken engine, not a broken promise. */
  cycle(): Promise<EngineReport>;
  /** Ends the engine and starts it anew on the memory that it left behind. */
  restart(): Promise<void>;
  /** One pass of two engines at the same time on one memory; absent where that cannot be brought about. */
  readonly overlap?: () => Promise<EngineReport>;
  /** One pass of a second engine on the same memory, the first being wherever it is. */
  readonly second?: () => Promise<EngineReport>;
  /** Set for an engine that runs beside this process, whose memory cannot be seen. */
  readonly patience?: Patience;
}

/** How long an engine that runs by itself may take, and by what it is seen to have settled. */
export interface Patience {
  /** This many passes in a row without a write show that it is at rest. */
  readonly quietPasses: number;
  /** Real time for one pass, and until it has settled, in milliseconds. */
  readonly withinMs: number;
  /** Lets real time pass. */
  readonly wait: (ms: number) => Promise<void>;
}

/**
 * A record as an engine names it: by the entity, as the document calls it without its system. Left
 * out, every record of that side with this id is taken to be meant.
 */
export interface ReportedRecord {
  readonly side: Side;
  readonly entity?: string;
  readonly id: string;
}

/** A value that lost against another edit of the same property, as an engine tells it. */
export interface ReportedConflict {
  /** Whose value it was, and of which property, as the document calls it. */
  readonly record: ReportedRecord;
  readonly property: string;
  readonly lost: unknown;
  /** What stands there in its place; an engine may leave it out. */
  readonly kept?: unknown;
}

/** What the engine says of a cycle by itself; held against what the twins show. */
export interface EngineReport {
  /** Everything that has not arrived or will not. */
  readonly problems: readonly {
    readonly kind: string;
    readonly reason: string;
    readonly record?: ReportedRecord;
  }[];
  readonly conflicts: readonly ReportedConflict[];
  /** Set where the pass was cut short by a kill: whatever it would have said is lost. */
  readonly died?: true;
  /** Set where the engine offers no report; to ask for its problems or conflicts then blocks a check. */
  readonly silent?: true;
}

/** What is known of a pass that was cut short. */
export const cutShort: EngineReport = { problems: [], conflicts: [], died: true };

/** What several engines said of passes that they made at one time. */
export function together(reports: readonly EngineReport[]): EngineReport {
  const silent = reports.find((report) => report.silent);
  if (silent !== undefined) return silent;
  return {
    problems: reports.flatMap(({ problems }) => problems),
    conflicts: reports.flatMap(({ conflicts }) => conflicts),
    ...(reports.some(({ died }) => died) ? { died: true } : {}),
  };
}
