import type { EngineReport, SystemUnderTest } from '../system-under-test.ts';

/** What an engine in the same process must be able to do. */
interface InProcessEngine {
  cycle(): Promise<EngineReport>;
}

/**
 * An engine that runs in this process. `start` is called again for each restart and must give
 * an engine that goes on from whatever its memory has kept.
 */
export function inProcess(engine: {
  readonly name: string;
  readonly start: () => InProcessEngine;
}): SystemUnderTest {
  let running = engine.start();
  return {
    name: engine.name,
    cycle: () => running.cycle(),
    restart: async () => {
      running = engine.start();
    },
  };
}
