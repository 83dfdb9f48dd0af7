import type { Clock } from '../../src/clock.ts';
import type { InWorld } from '../../src/harness/metamorphic/compare.ts';
import { type EngineUnderTest, referenceEngine } from '../../src/sync/engine-under-test.ts';
import type { DocumentUnderTest } from '../subject.ts';
import { createWorld } from '../world.ts';

/** Worlds of one document and one engine, whose clock and time zone may be another's. */
export function worldsOf(document: DocumentUnderTest, engine = referenceEngine): InWorld {
  return async ({ skewMs = 0, timeZone, ...setting }, work) => {
    const before = process.env['TZ'];
    if (timeZone !== undefined) process.env['TZ'] = timeZone;
    try {
      return await work(
        await createWorld({ ...document, ...setting, engine: skewed(engine, skewMs) }),
      );
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  };
}

function skewed(engine: EngineUnderTest, ms: number): EngineUnderTest {
  return {
    ...engine,
    change: (config) => engine.change({ ...config, clock: ahead(config.clock, ms) }),
  };
}

function ahead(clock: Clock, ms: number): Clock {
  return { ...clock, now: () => clock.now() + ms };
}
