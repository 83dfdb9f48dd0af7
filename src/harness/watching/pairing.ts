import type { ChangeEntry } from '../../evidence/ledger.ts';
import type { Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import type { Bench } from '../basis/bench.ts';
import { createMergeTable, type Free } from '../basis/merge-table.ts';
import type { History } from './history.ts';
import { likest, sharers } from './likeness.ts';

/** A source record and its counterpart. */
export interface Pair {
  readonly sourceId: string;
  readonly targetId: string;
  /** Set where both were there before, and the merge table says that they belong together. */
  readonly merged?: true;
}

/** The one of a pair that is on this side. */
export function idOn(side: Side, { sourceId, targetId }: Pair): string {
  return side === 'source' ? sourceId : targetId;
}

/** Which record the engine made for which, worked out from what the twins saw alone. */
export interface Pairing {
  readonly bench: Bench;
  readonly pairs: readonly Pair[];
  /** Counterparts made for a source record that had one already. */
  readonly surplus: readonly Pair[];
  /** Records that the engine made and that no source record explains. */
  readonly unexplained: readonly string[];
  /** Whether a record may have been linked by merging, without its being certain to whom. */
  mayBeMerged(side: Side, id: string): boolean;
  /** Takes in new changes; `read` gives a record's properties as stored now. */
  learn(
    changes: readonly ChangeEntry[],
    read: (id: string) => Promise<readonly Value[]>,
  ): Promise<void>;
  /** Takes in what the merge table says of records that are still alone, now that the engine has settled. */
  settle(): void;
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

  const table = createMergeTable(bench, history);
  const paired = new Set<string>();
  /** Targets that the engine made, or that are a merged pair's. */
  const taken = new Set<string>();
  const entity = { system: bench.system.source, entity: bench.entity.source };

  const free: Free = (side, id) => !(side === 'source' ? paired : taken).has(id);

  /** A record whose one match is waiting for it is linked to that one, whatever the engine does. */
  const merge = (sourceId: string): void => {
    const targetId = table.only(sourceId, free);
    if (targetId === undefined) return;
    paired.add(sourceId);
    taken.add(targetId);
    pairs.push({ sourceId, targetId, merged: true });
  };

  const originOf = (targetId: string, held: readonly Value[]): void => {
    const origin = likest(sharers({ bench, history }, held)) ?? only(unpaired());
    if (origin === undefined) {
      unexplained.push(targetId);
      return;
    }
    merge(origin);
    (paired.has(origin) ? surplus : pairs).push({ sourceId: origin, targetId });
    paired.add(origin);
  };

  const unpaired = (): readonly string[] => history.created(entity).filter((id) => !paired.has(id));

  return {
    bench,
    pairs,
    surplus,
    unexplained,
    mayBeMerged: (side, id) => table.sharers(side, id).length > 0,
    settle: () => {
      for (const id of unpaired()) merge(id);
    },
    learn: async (changes, read) => {
      const made = changes.filter((change) => isCounterpart(bench, change));
      for (const { id } of made) taken.add(id);
      for (const change of made) {
        const sent = Object.values(change.fields).map(({ after }) => after);
        originOf(change.id, [...sent, ...(await read(change.id))]);
      }
    },
  };
}

function isCounterpart({ system, entity }: Bench, change: ChangeEntry): boolean {
  return (
    change.author === 'engine' &&
    change.action === 'create' &&
    change.system === system.target &&
    change.entity === entity.target
  );
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
