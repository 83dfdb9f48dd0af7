import type { Recorder } from '../../evidence/recorder.ts';
import type { Side } from '../../settings.ts';
import { type Bench, benches } from '../basis/bench.ts';
import { type Actor, createActor } from '../stage/actor.ts';
import type { Run } from '../stage/run.ts';
import type { World } from '../world.ts';

/** Everybody who works on one section's records. */
export interface Role {
  readonly bench: Bench;
  readonly actors: Readonly<Record<Side, Actor>>;
}

/** All who play in a history, and the records that they know of. */
export interface Cast {
  readonly roles: readonly Role[];
  /** Ids of the records of an entity: those that users made, and the counterparts. */
  records(role: Role, side: Side): Promise<readonly string[]>;
  /**
   * Whether the engine has had a whole pass, free of trouble, in which to learn of a target. Nothing else may vanish:
   * whether a create without an answer was stored and deleted since, or never stored, nobody can
   * tell where deletions leave no trace (`sync-bugs.md` 4, limits of what may be demanded).
   */
  isSettled(role: Role, side: Side, id: string): boolean;
  /** Takes in that the engine has lived through a pass which began when these were there. */
  settle(targets: Targets): void;
  /** All targets that are there. */
  targets(): Promise<Targets>;
}

/** Records of the target side, as keys of the cast's own. */
export type Targets = ReadonlySet<string>;

/** How long people think between two actions, in milliseconds of virtual time. */
const thinkingMs = 2_000;

export function assemble(world: World, recorder: Recorder, run: Run): Cast {
  const before = async (): Promise<void> => {
    run.disturb();
    world.clock.advance(thinkingMs);
  };
  const roles = benches(world).map((bench): Role => {
    const actor = (side: Side): Actor =>
      createActor({ world, bench, side, recorder, before, onCreate: () => undefined });
    return { bench, actors: { source: actor('source'), target: actor('target') } };
  });
  const settled = new Set<string>();
  const records: Cast['records'] = ({ bench }, side) => world.parties[side].ids(bench.entity[side]);
  return {
    roles,
    records,
    isSettled: (role, side, id) => side === 'source' || settled.has(key(role, id)),
    settle: (targets) => {
      for (const target of targets) settled.add(target);
    },
    targets: async () => {
      const all = new Set<string>();
      for (const role of roles) {
        for (const id of await records(role, 'target')) all.add(key(role, id));
      }
      return all;
    },
  };
}

function key({ bench }: Role, id: string): string {
  return `${bench.entity.target} ${id}`;
}

/** The one of these that a number of a history points to. */
export function pick<T>(items: readonly T[], pointer: number): T | undefined {
  return items.length === 0 ? undefined : items[pointer % items.length];
}
