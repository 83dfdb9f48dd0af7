import fc from 'fast-check';
import { BrokenPromise } from '../../src/harness/broken-promise.ts';
import { createMortality } from '../../src/harness/mortality.ts';
import type { HistoryStep } from '../../src/harness/simulation/history-step.ts';
import { type PlayedHistory, playHistory } from '../../src/harness/simulation/play-history.ts';
import type { World } from '../../src/harness/world.ts';
import type { DocumentUnderTest } from '../subject.ts';
import { createWorld } from '../world.ts';
import { histories } from './history-arbitrary.ts';

/** A history: what happens, and the seed of the world in which it does. */
export interface History {
  readonly seed: number;
  readonly steps: readonly HistoryStep[];
}

interface Simulated extends PlayedHistory {
  readonly ledger: World['ledger'];
}

/** Plays one history in a world of its own. */
export async function simulate(
  document: DocumentUnderTest,
  { seed, steps }: History,
): Promise<Simulated> {
  const mortality = createMortality();
  const world = await createWorld({ ...document, seed, mortality });
  const played = await playHistory({ world, mortality, steps });
  return { ...played, ledger: world.ledger };
}

/** A history that broke a law, as short as it could be made. */
export interface Broken extends History {
  readonly played: PlayedHistory;
}

/**
 * Plays the random history of a seed; where it breaks a law, makes it short. `onPlayed` gets the
 * ledger of each play.
 */
export async function playRandom(
  document: DocumentUnderTest,
  seed: number,
  onPlayed: (ledger: World['ledger']) => void = () => undefined,
): Promise<Broken | undefined> {
  const property = fc.asyncProperty(histories, async (steps) => {
    const { ledger, violation } = await simulate(document, { seed, steps });
    onPlayed(ledger);
    if (violation !== undefined) throw new BrokenPromise(violation);
  });
  const found = await fc.check(property, { numRuns: 1, seed });
  if (!found.failed) return undefined;
  // What breaks the harness itself is not a broken law.
  if (!(found.errorInstance instanceof BrokenPromise)) throw found.errorInstance;
  const [steps = []] = found.counterexample ?? [];
  return { seed, steps, played: await simulate(document, { seed, steps }) };
}

/** The seed of the history with this number, from 0, among those of a seed. */
export function seedOf(seed: number, index: number): number {
  return (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) & 0x7fffffff;
}
