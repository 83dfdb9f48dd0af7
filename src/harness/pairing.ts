import type { ChangeEntry } from '../evidence/ledger.ts';
import type { Value } from '../value.ts';
import type { Bench } from './bench.ts';
import type { History } from './history.ts';

/** A counterpart that the engine made, and the source record that explains it. */
export interface Pair {
  readonly sourceId: string;
  readonly targetId: string;
}

/** Which record the engine made for which, worked out from what the twins saw alone. */
export interface Pairing {
  readonly bench: Bench;
  readonly pairs: readonly Pair[];
  /** Counterparts made for a source record that had one already. */
  readonly surplus: readonly Pair[];
  /** Records that the engine made and that no source record explains. */
  readonly unexplained: readonly string[];
  /** Takes in new changes; `read` gives a record's properties as stored now. */
  learn(
    changes: readonly ChangeEntry[],
    read: (id: string) => Promise<readonly Value[]>,
  ): Promise<void>;
}

/**
 * Every value in a scenario is unlike all others, so a record made by the engine belongs to the
 * source record with which it shares most of them; where the source is the only one without a
 * counterpart, it is the one.
 */
export function createPairing(bench: Bench, history: History): Pairing {
  const pairs: Pair[] = [];
  const surplus: Pair[] = [];
  const unexplained: string[] = [];

  const paired = new Set<string>();
  const entity = { system: bench.system.source, entity: bench.entity.source };

  const originOf = (targetId: string, held: readonly Value[]): void => {
    const origin = likest(sharers(held)) ?? only(unpaired());
    if (origin === undefined) unexplained.push(targetId);
    else if (paired.has(origin)) surplus.push({ sourceId: origin, targetId });
    else {
      paired.add(origin);
      pairs.push({ sourceId: origin, targetId });
    }
  };

  /** How many of the values each source record has held, its own marker counted among them. */
  const sharers = (held: readonly Value[]): ReadonlyMap<string, number> => {
    const scores = new Map<string, number>();
    for (const value of new Set(held.filter(telling))) {
      for (const id of [...history.holders(entity, value), ...marked(bench, value)]) {
        scores.set(id, (scores.get(id) ?? 0) + 1);
      }
    }
    return scores;
  };

  const unpaired = (): readonly string[] => history.created(entity).filter((id) => !paired.has(id));

  return {
    bench,
    pairs,
    surplus,
    unexplained,
    learn: async (changes, read) => {
      for (const change of changes) {
        const made =
          change.author === 'engine' &&
          change.action === 'create' &&
          change.system === bench.system.target &&
          change.entity === bench.entity.target;
        if (!made) continue;
        const sent = Object.values(change.fields).map(({ after }) => after);
        originOf(change.id, [...sent, ...(await read(change.id))]);
      }
    },
  };
}

/** Values that say whose they are: texts and numbers long enough not to be met by chance. */
function telling(value: Value): boolean {
  return typeof value === 'string' ? value.length >= 4 : typeof value === 'number' && value >= 1000;
}

/** The source id that a marker names. */
function marked(bench: Bench, value: Value): readonly string[] {
  return Object.values(bench.settings.provide ?? {}).flatMap((provided) =>
    provided.kind === 'marker' && typeof value === 'string' && value.startsWith(provided.prefix)
      ? [value.slice(provided.prefix.length)]
      : [],
  );
}

function likest(scores: ReadonlyMap<string, number>): string | undefined {
  const [best] = [...scores].sort(([, a], [, b]) => b - a);
  return best?.[0];
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
