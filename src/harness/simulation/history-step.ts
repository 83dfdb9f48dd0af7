import type { Side } from '../../settings.ts';

/**
 * One step of a random history. Numbers point into whatever there is by then, modulo its length,
 * so that every history can be played and a shorter one still makes sense.
 */
export type HistoryStep =
  /** A user makes a record of a section's entity. */
  | { readonly kind: 'create'; readonly section: number; readonly side: Side }
  /** A user types a new value into a mapped property. */
  | {
      readonly kind: 'edit';
      readonly section: number;
      readonly side: Side;
      readonly record: number;
      readonly row: number;
    }
  /** A user empties a mapped property. */
  | {
      readonly kind: 'clear';
      readonly section: number;
      readonly side: Side;
      readonly record: number;
      readonly row: number;
    }
  /** A user types into a property that nobody maps. */
  | {
      readonly kind: 'touch';
      readonly section: number;
      readonly side: Side;
      readonly record: number;
      readonly property: number;
    }
  | {
      readonly kind: 'remove';
      readonly section: number;
      readonly side: Side;
      readonly record: number;
    }
  /** A user makes a record that matches one of the other side, where the section merges. */
  | {
      readonly kind: 'match';
      readonly section: number;
      readonly side: Side;
      readonly record: number;
      readonly row: number;
    }
  /** One pass of the engine. */
  | { readonly kind: 'cycle' }
  /** One pass of two engines at once on one memory. */
  | { readonly kind: 'overlap' }
  /** The engine is ended between two passes and started again. */
  | { readonly kind: 'restart' }
  /** The engine dies in its next passes, at this point. */
  | { readonly kind: 'kill'; readonly at: KillPoint }
  /** Something fails in the next requests. */
  | {
      readonly kind: 'fault';
      readonly code: 'F2' | 'F3' | 'F4';
      readonly section: number;
      readonly side: Side;
      readonly write: 'create' | 'update';
      readonly times: number;
    };

/** Where an engine dies: the `nth` request or store write from now, before or after its effect. */
export interface KillPoint {
  readonly on: 'request' | 'commit';
  /** From 1. */
  readonly nth: number;
  /** `after` means: the effect is there, and the engine never learns of it. */
  readonly phase: 'before' | 'after';
}
