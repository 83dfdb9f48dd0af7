import type { Value } from '../../value.ts';
import type { Bench } from '../basis/bench.ts';
import type { History } from './history.ts';

interface Known {
  readonly bench: Bench;
  readonly history: History;
}

/** How many of the values each source record has held, its own marker counted among them. */
export function sharers(
  { bench, history }: Known,
  held: readonly Value[],
): ReadonlyMap<string, number> {
  const entity = { system: bench.system.source, entity: bench.entity.source };
  const scores = new Map<string, number>();
  for (const value of new Set(held.filter(isTelling))) {
    for (const id of [...history.holders(entity, value), ...marked(bench, value)]) {
      scores.set(id, (scores.get(id) ?? 0) + 1);
    }
  }
  return scores;
}

/** Values that say whose they are: texts and numbers long enough not to be met by chance. */
export function isTelling(value: Value): boolean {
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

/** The record with the highest score. */
export function likest(scores: ReadonlyMap<string, number>): string | undefined {
  const [best] = [...scores].sort(([, a], [, b]) => b - a);
  return best?.[0];
}
