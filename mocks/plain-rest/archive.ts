import type { Reader } from '../records/reader.ts';
import type { Row } from '../records/row.ts';

/** The property that marks a deleted record which is still shown. */
export const archiveMark = 'archived';

/** Live records and, marked, those that were deleted. For few records: nothing is indexed. */
export function withArchive(live: Reader, archived: readonly Row[]): Reader {
  if (archived.length === 0) return live;
  const all = [...live.all(), ...archived].sort((a, b) => a.id - b.id);
  const byStamp = all.toSorted((a, b) => a.modifiedAt - b.modifiedAt);
  return {
    size: all.length,
    get: (id) => all.find((row) => row.id === id),
    all: () => all,
    after: (id) => all.values().filter((row) => row.id > id),
    since: (stamp) => byStamp.filter(({ modifiedAt }) => modifiedAt >= stamp),
    byStamp: (descending) => {
      const groups = [...Map.groupBy(byStamp, ({ modifiedAt }) => modifiedAt).values()];
      return descending ? groups.reverse() : groups;
    },
    where: (property, value) => all.filter(({ fields }) => (fields[property] ?? null) === value),
  };
}
