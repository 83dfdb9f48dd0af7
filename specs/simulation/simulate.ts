import fc from 'fast-check';
import type { HistoryStep } from '../../src/harness/simulation/history-step.ts';
import { createMortality } from '../../src/harness/simulation/mortality.ts';
import { type PlayedHistory, playHistory } from '../../src/harness/simulation/play-history.ts';
import type { DocumentUnderTest } from '../subject.ts';
import { createWorld } from '../world.ts';
import { histories } from './history-arbitrary.ts';

/** Plays one history in a world of its own. */
export async function simulate(
  document: DocumentUnderTest,
  { seed, steps }: { readonly seed: number; readonly steps: readonly HistoryStep[] },
): Promise<PlayedHistory & { readonly ledger: string }> {
  const mortality = createMortality();
  const world = await createWorld({ ...document, seed, mortality });
  const played = await playHistory({ world, mortality, steps });
  return { ...played, ledger: JSON.stringify(world.ledger.entries) };
}

/** A history that broke a law, as short as it could be made. */
export interface Broken {
  readonly steps: readonly HistoryStep[];
  readonly played: PlayedHistory;
}

interface Campaign {
  readonly document: DocumentUnderTest;
  readonly histories: number;
  readonly seed: number;
  readonly onPlayed?: () => void;
}

/** Plays random histories of 20 to 40 steps until one breaks a law, and makes that one short. */
export async function campaign(plan: Campaign): Promise<Broken | undefined> {
  const { document, seed } = plan;
  const property = fc.asyncProperty(histories({ min: 20, max: 40 }), async (steps) => {
    const { violation } = await simulate(document, { seed, steps });
    plan.onPlayed?.();
    return violation === undefined;
  });
  const found = await fc.check(property, { numRuns: plan.histories, seed });
  if (!found.failed || found.counterexample === null) return undefined;
  const [steps] = found.counterexample;
  return { steps, played: await simulate(document, { seed, steps }) };
}
