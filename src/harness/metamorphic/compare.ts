import type { Violation } from '../../checklist/violation.ts';
import { SyncproofError } from '../../errors.ts';
import { invariants } from '../invariants/judge.ts';
import type { World } from '../world.ts';
import type { Circumstances } from './circumstances.ts';
import type { Outcome } from './outcome.ts';
import { playStory } from './play-story.ts';
import type { Relation } from './relations.ts';
import type { Story, Twist } from './story.ts';

/** The part of the circumstances that a world is made with; no law is judged in it, only the end compared. */
export interface WorldSetting extends Pick<Circumstances, 'skewMs' | 'timeZone'> {
  readonly seed: number;
  readonly lawsOff: ReadonlySet<string>;
}

/** Lets something happen in a new world. */
export type InWorld = <T>(setting: WorldSetting, work: (world: World) => Promise<T>) => Promise<T>;

interface Comparison {
  readonly inWorld: InWorld;
  readonly story: Story;
  readonly seed: number;
}

/** What came of comparing a story with its twists. */
export interface Compared {
  readonly violations: readonly Violation[];
  /** By relation, how many twists made a difference on the way: a fault that never strikes leaves the plain story. */
  readonly twisted: Readonly<Record<string, number>>;
}

/**
 * Compares a story with its twists, for each of the relations; needs no expected value. Refuses
 * (`check`) a story in which nothing is linked: that it ends the same way would mean nothing.
 */
export async function compare(
  relations: readonly Relation[],
  { inWorld, story, seed }: Comparison,
): Promise<Compared> {
  const setting = { seed, lawsOff: new Set(invariants.map(({ law }) => law)) };
  const violations: Violation[] = [];
  const twisted: Record<string, number> = {};
  const { plain, settings } = await inWorld(setting, async (world) => ({
    plain: await playStory(world, { story, circumstances: {} }),
    settings: world.settings,
  }));
  if (plain.linked === 0) {
    throw new SyncproofError('check', 'Nothing is linked in the story: tell another one.');
  }
  for (const relation of relations) {
    twisted[relation.name] = 0;
    for (const twist of relation.twists({ story, seed, settings, places: plain.places })) {
      const outcome = await inWorld({ ...setting, ...twist.circumstances }, (world) =>
        playStory(world, twist),
      );
      if (isAimed(twist) && !outcome.struck) continue;
      twisted[relation.name] = (twisted[relation.name] ?? 0) + 1;
      violations.push(...differences({ relation, twist, plain, outcome }));
    }
  }
  return { violations, twisted };
}

/** Whether it can miss. */
function isAimed({ circumstances }: Twist): boolean {
  return circumstances.faults !== undefined || circumstances.kill !== undefined;
}

interface Pairwise {
  readonly relation: Relation;
  readonly twist: Twist;
  readonly plain: Outcome;
  readonly outcome: Outcome;
}

/** The first fact that is other than it was. */
function differences({ relation, twist, plain, outcome }: Pairwise): readonly Violation[] {
  const index = plain.facts.findIndex((fact, i) => fact !== outcome.facts[i]);
  const [expected, found] = [plain.facts[index], outcome.facts[index]];
  if (expected === undefined) return [];
  const message = `the story ends otherwise where ${twist.what}`;
  return [{ law: relation.name, message, expected, ...(found === undefined ? {} : { found }) }];
}
