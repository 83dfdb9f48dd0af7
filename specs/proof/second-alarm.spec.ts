import { expect, inject, test } from 'vitest';
import { faults } from '../../fixtures/faulty-engines/faults.ts';
import { behindAlarms, isTwiceCaught } from '../../src/commands/prove/behind-alarms.ts';
import type { Fault } from '../../src/commands/prove/fault.ts';
import { alarmsOf } from '../../src/report/proof/standing.ts';
import { playScenes } from './worker.ts';

/** A fault in the scenes of its alarms, with these laws switched off. */
async function played({ name: engine, on }: Fault, lawsOff: readonly string[]) {
  const seed = inject('seed');
  const all = await Promise.all(
    on.map(async (name) => {
      const { rings } = await playScenes({ engine, on: { name }, scenes: 'alarms', seed, lawsOff });
      return rings.map((ring) => ({ document: name, own: false, ...ring }));
    }),
  );
  return { scenes: on.length, rings: all.flat() };
}

// With the first alarm switched off another one still rings: a green does not hang on one law.
test.for(faults)('"$name" has two alarms, or it is said why it has one', async (fault) => {
  const found = { ...fault, ...(await played(fault, [])) };
  const { rings } = isTwiceCaught(found)
    ? { rings: [] }
    : await behindAlarms(found, (lawsOff) => played(fault, lawsOff));
  const alarms = alarmsOf({ ...found, behind: rings });
  const atLeast = fault.single === undefined ? 2 : 1;
  expect(alarms.length, alarms.join()).toBeGreaterThanOrEqual(atLeast);
  if (fault.single !== undefined) expect(alarms, 'has a second alarm by now').toHaveLength(1);
});

test('Of twenty faults not more than one has a single alarm', () => {
  const single = faults.filter((fault) => fault.single !== undefined);
  expect(single.length * 20).toBeLessThanOrEqual(faults.length);
});
