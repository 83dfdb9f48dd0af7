import type { Clock } from '../../src/clock.ts';

/** How every record begins that a case makes, so that a person finds what a broken run left behind. */
const prefix = 'SYNCPROOF';

/** Names that no other case, and no other run, uses. */
export type Names = () => string;

/** A run's names: the prefix, the moment of its beginning, a number. */
export function createNames(clock: Clock): Names {
  const run = clock.now().toString(36).toUpperCase();
  let given = 0;
  return () => `${prefix}-${run}-${++given}`;
}
