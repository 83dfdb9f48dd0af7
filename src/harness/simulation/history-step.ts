import type { Side } from '../../settings.ts';
import type { Fate, KillPoint } from '../kill-point.ts';
import type { TroubleName } from './troubles/all.ts';

/**
 * One step of a random history. Numbers point into whatever there is by then, modulo its length,
 * so that every history can be played and a shorter one still makes sense.
 */
export type HistoryStep = UserStep | EngineStep | FaultStep;

/** The section on whose records something happens, and on which side. */
interface Place {
  readonly section: number;
  readonly side: Side;
}

/** What a user does. */
export type UserStep =
  /** Makes a record of the section's entity. */
  | (Place & { readonly kind: 'create' })
  /** Types a new value into a mapped property, or empties it. */
  | (Place & { readonly kind: 'edit' | 'clear'; readonly record: number; readonly row: number })
  /** Types into a property that nobody maps. */
  | (Place & { readonly kind: 'touch'; readonly record: number; readonly property: number })
  | (Place & { readonly kind: 'remove'; readonly record: number })
  /** Makes a source record that refers to one of another section, where settings say that it may. */
  | (Place & { readonly kind: 'refer'; readonly record: number; readonly row: number })
  /** Makes a record that matches one of the other side, where the section merges. */
  | (Place & { readonly kind: 'match'; readonly record: number; readonly row: number });

/** What becomes of the engine. */
export type EngineStep =
  /** One pass of the engine. */
  | { readonly kind: 'cycle' }
  /** One pass of two engines at once on one memory. */
  | { readonly kind: 'overlap' }
  /**
   * One pass in which the engine stands still at this point for longer than its memory is held for
   * it; a second one makes a whole pass meanwhile, and then the first one goes on, or has died.
   */
  | { readonly kind: 'takeover'; readonly at: KillPoint; readonly first: Fate }
  /** The engine is ended between two passes and started again. */
  | { readonly kind: 'restart' }
  /** The engine dies in its next passes, at this point. */
  | { readonly kind: 'kill'; readonly at: KillPoint };

/** What becomes of the systems and of time. */
export type FaultStep =
  | (Place & {
      readonly kind: 'fault';
      readonly trouble: TroubleName;
      readonly write: 'create' | 'update';
      readonly times: number;
      readonly record: number;
      readonly row: number;
    })
  /** All faults end. */
  | { readonly kind: 'mend' }
  /** Nothing happens for so many minutes. */
  | { readonly kind: 'wait'; readonly minutes: number };
