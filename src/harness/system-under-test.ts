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
}

/** What the engine says of a cycle by itself; held against what the twins show. */
export interface EngineReport {
  /** Everything that has not arrived or will not. */
  readonly problems: readonly {
    readonly kind: string;
    readonly reason: string;
    readonly record?: { readonly side: Side; readonly id: string };
  }[];
  /** Values that lost against a simultaneous edit. */
  readonly conflicts: readonly { readonly sourceId: string; readonly lost: unknown }[];
  /** Set where the pass was cut short by a kill: whatever it would have said is lost. */
  readonly died?: true;
}
