import type { Mortality } from '../simulation/mortality.ts';
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
  /** Cuts a pass short where a scenario kills the engine in it. */
  readonly survive?: Mortality['survive'];
}): SystemUnderTest {
  let running = engine.start();
  return {
    name: engine.name,
    cycle: async () => {
      const work = running.cycle();
      const report = await (engine.survive?.(work) ?? work);
      if (report !== 'killed') return report;
      running = engine.start();
      return { problems: [], conflicts: [], died: true };
    },
    overlap: async () => {
      const [one, other] = await Promise.all([running.cycle(), engine.start().cycle()]);
      return {
        problems: [...one.problems, ...other.problems],
        conflicts: [...one.conflicts, ...other.conflicts],
      };
    },
    restart: async () => {
      running = engine.start();
    },
  };
}
