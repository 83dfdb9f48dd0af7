import type { Side } from '../../settings.ts';
import type { Stage } from '../stage/stage.ts';
import type { Pair } from '../watching/pairing.ts';
import { newLinkable } from './linkable.ts';
import { editAnew, expectArrived } from './linked-pair.ts';

/** A pair, and the side on which somebody works. */
interface Worked {
  readonly pair: Pair;
  readonly side: Side;
}

/** Somebody edits the pair on this side, or makes a new source record where nothing is carried. Returns what to expect. */
export async function someChange(
  stage: Stage,
  { pair, side }: Worked,
): Promise<() => Promise<unknown>> {
  const [row] = stage.bench.rows;
  if (row === undefined) {
    const made = await newLinkable(stage);
    return () => stage.counterpart(made);
  }
  const edited = { pair, row, from: side };
  const value = await editAnew(stage, edited);
  return () => expectArrived(stage, { ...edited, value });
}
