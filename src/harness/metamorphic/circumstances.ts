import type { FaultRule } from '../fault-rule.ts';
import type { KillPoint } from '../kill-point.ts';

/** What surrounds a story. Whatever is left out is as it usually is. */
export interface Circumstances {
  /** The seed of another world: other values of the same types. */
  readonly seed?: number;
  /** How far the engine's clock is ahead, in milliseconds. */
  readonly skewMs?: number;
  /** The engine's time zone, as `TZ` names it. */
  readonly timeZone?: string;
  /** In force from the beginning, until the users have done all that they do. */
  readonly faults?: readonly FaultRule[];
  /** Where the engine dies, counted from the beginning. */
  readonly kill?: KillPoint;
}
