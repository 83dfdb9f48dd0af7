import { expect, inject, test } from 'vitest';
import { faultyEngines } from '../../fixtures/faulty-engines/all.ts';
import type { FaultyEngine } from '../../fixtures/faulty-engines/faulty-engine.ts';
import { invariants, ownExpectations } from '../../src/harness/invariants/judge.ts';
import { played, sceneOf } from './scene.ts';

const laws = invariants.map(({ law }) => law);

// A law that nothing depends on would pull no weight: its green would be somebody else's. What the
// checks themselves expect is switched off too: it is the second alarm of most faults.
test.for(laws)(
  'With "%s" switched off, some faulty engine passes a scene that it failed',
  async (law) => {
    const lawsOff = new Set([law, ownExpectations]);
    const seed = inject('seed');
    for (const { engine, scene } of scenesUnder(law)) {
      const { verdict } = await played(scene, { engine, seed, lawsOff });
      if (verdict === 'passed') return;
    }
    expect.fail('every scene in which it is expected to ring is failed without it too');
  },
);

function scenesUnder(law: string) {
  const under = (engine: FaultyEngine) =>
    engine.caught
      .filter(({ laws }) => laws.includes(law))
      .map((alarm) => ({ engine, scene: sceneOf(alarm) }));
  return faultyEngines.flatMap(under);
}
