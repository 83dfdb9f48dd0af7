import { expect, inject, test } from 'vitest';
import { faultyEngines } from '../../fixtures/faulty-engines/all.ts';
import type { FaultyEngine } from '../../fixtures/faulty-engines/faulty-engine.ts';
import { invariants, ownExpectations } from '../../src/harness/invariants/judge.ts';
import { played, type Scene, sceneOf } from './scene.ts';

/** Laws that never ring alone: whoever breaks one breaks another too, which would say less of it. */
const backed: Readonly<Record<string, string>> = {
  'I10 fail closed': 'what was not read is missing later: I1, I12',
  'I8 restart equivalence': 'what a death doubled or lost breaks I2, I12 or I1 as well',
  'I7 at most one counterpart': 'a second counterpart is a second link or a stranger: I2, I1',
  'I2 link bijection': 'a crossed link carries the values of another record: I5',
};

const laws = invariants.map(({ law }) => law);

// A law that nothing depends on would pull no weight: its green would be somebody else's. What the
// checks themselves expect is switched off too: it is the second alarm of most faults.
test.for(laws.filter((law) => !(law in backed)))(
  'With "%s" switched off, some faulty engine breaks no law any more',
  async (law) => expect(await survivorOf(law)).toBeDefined(),
);

test.for(Object.entries(backed))('"%s" never rings alone: %s', async ([law]) => {
  expect(laws).toContain(law);
  expect(await survivorOf(law)).toBeUndefined();
});

/** The first engine that breaks no law but this one, where it is expected to. */
async function survivorOf(law: string): Promise<string | undefined> {
  for (const { engine, scene } of scenesUnder(law)) {
    if (!(await rings(scene, { engine, law }))) return engine.name;
  }
  return undefined;
}

async function rings(
  scene: Scene,
  { engine, law }: { readonly engine: FaultyEngine; readonly law: string },
): Promise<boolean> {
  const lawsOff = new Set([law, ownExpectations]);
  const { verdict, violation } = await played(scene, { engine, seed: inject('seed'), lawsOff });
  // Some checks cannot go on without a counterpart: that is no law's ringing.
  return verdict === 'failed' && violation?.law !== scene.check.title(scene.subject);
}

function scenesUnder(law: string) {
  const under = (engine: FaultyEngine) =>
    engine.caught
      .filter(({ laws }) => laws.includes(law))
      .map((alarm) => ({ engine, scene: sceneOf(alarm) }));
  return faultyEngines.flatMap(under);
}
