import { opposite, type Side } from '../../settings.ts';
import type { History } from '../watching/history.ts';
import { type Bench, recordName } from './bench.ts';
import { empty } from './oracle.ts';

/** What a section's merge table says of records that users made, judged from the ledger alone. */
export interface MergeTable {
  /** Records of the other side that have ever shared a row's value with this one, not by the engine's own edits. */
  sharers(side: Side, id: string): readonly string[];
  /**
   * The id of the record's one match now, where nothing else could ever have been meant on either side: an
   * engine that has had its time must have linked the two.
   */
  only(sourceId: string, free: Free): string | undefined;
}

/** Whether a record can still be linked by merging, as far as the twins have shown. */
export type Free = (side: Side, id: string) => boolean;

export function createMergeTable(bench: Bench, history: History): MergeTable {
  const name = (side: Side, id: string) => recordName(bench, side, id);
  const held = (side: Side, id: string, property: string) =>
    history.values(name(side, id), property);
  // What the engine has changed makes no match: it may say so because two were taken for one.
  const given = (side: Side, id: string, property: string) =>
    history
      .puts(name(side, id), property)
      .filter(({ author, action }) => author !== 'engine' || action === 'create')
      .map(({ value }) => value);
  const sharers: MergeTable['sharers'] = (side, id) => {
    const to = opposite(side);
    const of = { system: bench.system[to], entity: bench.entity[to] };
    const found = bench.mergeOn.flatMap((row) =>
      given(side, id, row[side])
        .filter((value) => !empty(value))
        .flatMap((value) =>
          [...history.holders(of, value)].filter((other) =>
            given(to, other, row[to]).includes(value),
          ),
        ),
    );
    return [...new Set(found)];
  };
  const sameNow = (sourceId: string, targetId: string): boolean =>
    !history.gone(name('source', sourceId)) &&
    !history.gone(name('target', targetId)) &&
    bench.mergeOn.some((row) => {
      const value = held('source', sourceId, row.source).at(-1);
      return !empty(value) && value === held('target', targetId, row.target).at(-1);
    });
  return {
    sharers,
    only: (sourceId, free) => {
      const [targetId, ...others] = sharers('source', sourceId).filter((id) => free('target', id));
      if (targetId === undefined || others.length > 0) return undefined;
      const rivals = sharers('target', targetId).filter((id) => free('source', id));
      const alone = rivals.length === 1 && rivals[0] === sourceId;
      return alone && sameNow(sourceId, targetId) ? targetId : undefined;
    },
  };
}
