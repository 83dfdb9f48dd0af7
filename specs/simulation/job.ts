import { SyncproofError } from '../../src/errors.ts';
import type { World } from '../../src/harness/world.ts';
import { playRandom, seedOf } from './simulate.ts';
import { type Stage, stages } from './stages.ts';
import { tell } from './story.ts';

/** One random history to play: the document, and its number among those of a seed, from 0. */
export interface Job {
  readonly on: string;
  readonly seed: number;
  readonly index: number;
}

/** What became of it. */
export interface Played extends Job {
  /** The families of faults that really struck. */
  readonly struck: readonly string[];
  /** The story of the broken law; absent where none was broken. */
  readonly story?: string;
}

/** Plays one history. */
export async function play(job: Job): Promise<Played> {
  const { seed, on, index } = job;
  const families = new Set<string>();
  const broken = await playRandom(stageNamed(on).document, seedOf(seed, index), (ledger) => {
    for (const family of familiesIn(ledger)) families.add(family);
  });
  const played = { ...job, struck: [...families] };
  return broken === undefined ? played : { ...played, story: tell(broken, on) };
}

/** Refuses (`usage`) a name that no document has. */
export function stageNamed(name: string): Stage {
  const found = stages.find((stage) => stage.name === name);
  if (found !== undefined) return found;
  const names = stages.map((stage) => stage.name).join(', ');
  throw new SyncproofError('usage', `There is no document "${name}" to play on: take ${names}.`);
}

/** The codes in what the ledger says of faults. */
export function familiesIn({ entries }: World['ledger']): readonly string[] {
  const words = entries.flatMap((entry) => (entry.kind === 'request' ? [entry.fault ?? ''] : []));
  return words.flatMap((fault) => fault.match(/\bF\d+(?=:)/g) ?? []);
}
