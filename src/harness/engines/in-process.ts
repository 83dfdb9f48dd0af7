import {
  cutShort,
  type EngineReport,
  type SystemUnderTest,
  together,
} from '../system-under-test.ts';

/** What an engine in the same process must be able to do; it may be killed in a pass. */
interface InProcessEngine {
  cycle(): Promise<EngineReport | 'killed'>;
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
  const cycle = async (): Promise<EngineReport> => {
    const report = await running.cycle();
    if (report !== 'killed') return report;
    running = engine.start();
    return cutShort;
  };
  const second = async (): Promise<EngineReport> => {
    const report = await engine.start().cycle();
    return report === 'killed' ? cutShort : report;
  };
  return {
    name: engine.name,
    cycle,
    overlap: async () => together(await Promise.all([cycle(), second()])),
    second,
    restart: async () => {
      running = engine.start();
    },
  };
}
