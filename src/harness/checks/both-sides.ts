import type { PropertyContract } from '../../checklist/contract.ts';
import type { MergeRow } from '../../dataflow/dataflow.ts';
import type { Bench } from '../basis/bench.ts';

/** A section, and two properties of its entities that belong together. */
interface Joined {
  readonly bench: Bench;
  readonly row?: Pick<MergeRow, 'source' | 'target'>;
}

/** Whether the properties of a row are known on both sides, and are both like this. */
export function bothSides(
  { bench, row }: Joined,
  are: (property: PropertyContract) => boolean,
): boolean {
  return (['source', 'target'] as const).every((side) => {
    const property = row && bench.property(side, row[side]);
    return property !== undefined && are(property);
  });
}
