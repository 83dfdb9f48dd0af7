import type { FieldRow } from '../../evidence/evidence.ts';
import type { Side } from '../../settings.ts';
import type { Properties } from '../../value.ts';
import { type Bench, inWords, recordName } from '../basis/bench.ts';
import type { World } from '../world.ts';

/** The before and after of every record that a check has to do with. */
export interface FieldTable {
  follow(side: Side, id: string): void;
  /** Keeps the records as they are now as "before"; only the first call counts for each. */
  mark(): Promise<void>;
  rows(): Promise<readonly FieldRow[]>;
}

interface Followed {
  readonly side: Side;
  readonly id: string;
  before: Properties | undefined;
}

export function createFieldTable(world: World, bench: Bench): FieldTable {
  const followed = new Map<string, Followed>();
  const read = async ({ side, id }: Followed): Promise<Properties> =>
    (await world.parties[side].read(bench.entity[side], id)) ?? {};
  return {
    follow: (side, id) => {
      const key = `${side} ${id}`;
      if (!followed.has(key)) followed.set(key, { side, id, before: undefined });
    },
    mark: async () => {
      for (const record of followed.values()) record.before ??= await read(record);
    },
    rows: async () => {
      const rows: FieldRow[] = [];
      for (const record of followed.values()) {
        rows.push(...compare(bench, record, await read(record)));
      }
      return rows;
    },
  };
}

/** Mapped properties, and whatever else differs. */
function compare(
  bench: Bench,
  { side, id, before = {} }: Followed,
  after: Properties,
): readonly FieldRow[] {
  const mapped = new Set(bench.rows.map((row) => row[side]));
  const names = [...new Set([...mapped, ...Object.keys(before), ...Object.keys(after)])];
  const record = inWords(recordName(bench, side, id));
  return names
    .map((property) => ({
      record,
      property,
      before: before[property] ?? null,
      after: after[property] ?? null,
      mapped: mapped.has(property),
    }))
    .filter((row) => row.mapped || JSON.stringify(row.before) !== JSON.stringify(row.after));
}
