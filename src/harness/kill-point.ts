/** What becomes of an engine where it is stopped. */
export type Fate = 'dies' | 'goes on';

/**
 * Where an engine is stopped: the `nth` request or store write from now, before or after its
 * effect. What comes after an answer and before the next step is the point before that next step:
 * nothing in between can be seen from outside, or is remembered.
 */
export interface KillPoint {
  readonly on: 'request' | 'commit';
  /** From 1. */
  readonly nth: number;
  /** `after` means: the effect is there, and the engine has not learnt of it. */
  readonly phase: 'before' | 'after';
}
