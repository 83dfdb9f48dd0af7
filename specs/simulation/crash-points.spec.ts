import { describe, expect, inject, test } from 'vitest';
import type { KillPoint } from '../../src/harness/kill-point.ts';
import { createMortality } from '../../src/harness/mortality.ts';
import type { HistoryStep } from '../../src/harness/simulation/history-step.ts';
import { playHistory } from '../../src/harness/simulation/play-history.ts';
import { createWorld } from '../world.ts';
import { dyingAt, overlappedAt, type Plot, plots, undisturbed } from './crash-points.ts';
import { stageNamed } from './job.ts';
import { simulate } from './simulate.ts';

const seed = inject('seed');

/**
 * Every request and every store write of so many passes of the plot, before and after its effect. What
 * is after an answer and before the next step is the point before that next step.
 */
async function pointsOf(plot: Plot, passes: number): Promise<readonly KillPoint[]> {
  const before = await countsAfter(plot, undisturbed(plot, 0));
  const all = await countsAfter(plot, undisturbed(plot, passes));
  return (['request', 'commit'] as const).flatMap((on) =>
    (['before', 'after'] as const).flatMap((phase) =>
      Array.from({ length: all[on] - before[on] }, (_, i) => ({ on, nth: i + 1, phase })),
    ),
  );
}

/** Counts before the ending that every history is played to. */
async function countsAfter(
  { on }: Plot,
  steps: readonly HistoryStep[],
): Promise<Record<KillPoint['on'], number>> {
  const mortality = createMortality();
  const world = await createWorld({ ...stageNamed(on).document, seed, mortality });
  await playHistory({ world, mortality, steps, ending: false });
  return { ...mortality.counts };
}

interface Deaths {
  readonly passes: number;
  readonly at: (point: KillPoint) => Plot['before'];
}

async function expectUnharmed(plot: Plot, { passes, at }: Deaths): Promise<void> {
  const { document } = stageNamed(plot.on);
  const points = await pointsOf(plot, passes);
  expect(points.length).toBeGreaterThan(12);
  for (const point of points) {
    const { violation } = await simulate(document, { seed, steps: at(point) });
    expect(violation, `dies at ${JSON.stringify(point)}`).toBeUndefined();
  }
}

describe('An engine that dies at any request or store write, before or after its effect', () => {
  test.for(plots)('during $name on "$on", loses and doubles nothing', (plot) =>
    expectUnharmed(plot, { passes: 2, at: (point) => dyingAt(plot, point) }),
  );
});

describe('An engine that dies at any point while a second one works on its memory', () => {
  test.for(plots)('during $name on "$on", loses and doubles nothing', (plot) =>
    expectUnharmed(plot, { passes: 1, at: (point) => overlappedAt(plot, point) }),
  );
});
