import { describe, expect, inject, test } from 'vitest';
import type { KillPoint } from '../../src/harness/simulation/history-step.ts';
import { createMortality } from '../../src/harness/simulation/mortality.ts';
import { playHistory } from '../../src/harness/simulation/play-history.ts';
import { ours } from '../crmoffice-poweroffice-go/document.ts';
import { createWorld } from '../world.ts';
import { dyingAt, type Plot, plots } from './crash-points.ts';
import { simulate } from './simulate.ts';

const seed = inject('seed');

/** How many requests and store writes the part of the plot in which death may strike has. */
async function pointsOf(plot: Plot): Promise<readonly KillPoint[]> {
  const before = await countsAfter(plot.before);
  const all = await countsAfter([...plot.before, ...plot.during]);
  return (['request', 'commit'] as const).flatMap((on) =>
    (['before', 'after'] as const).flatMap((phase) =>
      Array.from({ length: all[on] - before[on] }, (_, i) => ({ on, nth: i + 1, phase })),
    ),
  );
}

/** Counts before the ending that every history is played to. */
async function countsAfter(steps: Plot['before']): Promise<Record<KillPoint['on'], number>> {
  const mortality = createMortality();
  const world = await createWorld({ ...ours, seed, mortality });
  await playHistory({ world, mortality, steps, ending: false });
  return { ...mortality.counts };
}

describe('An engine that dies at any request or store write, before or after its effect', () => {
  test.for(plots)('during $name, loses and doubles nothing', async (plot) => {
    const points = await pointsOf(plot);
    expect(points.length).toBeGreaterThan(20);
    for (const point of points) {
      const { violation } = await simulate(ours, { seed, steps: dyingAt(plot, point) });
      expect(violation, `dies at ${JSON.stringify(point)}`).toBeUndefined();
    }
  });
});
