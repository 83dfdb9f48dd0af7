import type { EngineOrder } from '../../src/engine-order.ts';
import { Blocked } from '../../src/harness/broken-promise.ts';
import type { FaultLever } from '../../src/harness/world.ts';

/** The longest pause, in seconds, for which it is worth to wait in real time. */
const longestPause = 5;

/**
 * The faults that can be brought about for an engine. One that does not signal lives by its own
 * clock, which no check can move on, so that it is not asked to wait for long.
 */
export function inTimeOf(
  engine: Pick<EngineOrder, 'signals'> | undefined,
  lever: FaultLever,
): FaultLever {
  if (engine === undefined || engine.signals) return lever;
  return {
    ...lever,
    inject: (rule) => {
      if (rule.code === 'F6' && (rule.retryAfter ?? 0) > longestPause) {
        throw new Blocked(
          `The engine lives by its own clock: it cannot be seen whether it waits for ${rule.retryAfter} seconds`,
        );
      }
      lever.inject(rule);
    },
  };
}
