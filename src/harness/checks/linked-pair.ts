import type { PropertyRow } from '../../dataflow/dataflow.ts';
import { SyncproofError } from '../../errors.ts';
import { opposite, type Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import { withoutIds } from '../basis/lines.ts';
import { saysTheSame } from '../basis/oracle.ts';
import { isShared } from '../basis/shared-sides.ts';
import type { Actor } from '../stage/actor.ts';
import type { Stage } from '../stage/stage.ts';
import type { Pair } from '../watching/pairing.ts';
import { first } from './first.ts';
import { newLinkable } from './linkable.ts';
import { several } from './several.ts';

/** A new source record and its counterpart, at rest. */
export async function linkedPair(stage: Stage): Promise<Pair> {
  const sourceId = await newLinkable(stage);
  await stage.rest();
  return { sourceId, targetId: await stage.counterpart(sourceId) };
}

/** Several new source records made in one moment and their counterparts, at rest. Refuses (`check`) less than two. */
export async function linkedPairs(
  stage: Stage,
  count: number,
): Promise<readonly [Pair, Pair, ...Pair[]]> {
  const ids = await stage.atOnce(() => several(count, () => newLinkable(stage)));
  await stage.rest();
  const pairs: Pair[] = [];
  for (const sourceId of ids) pairs.push({ sourceId, targetId: await stage.counterpart(sourceId) });
  const [one, two, ...others] = pairs;
  if (one !== undefined && two !== undefined) return [one, two, ...others];
  throw new SyncproofError('check', `${count} are not several pairs`);
}

/** The actor and the record of one side of a pair. */
export function at(stage: Stage, pair: Pair, side: Side): { actor: Actor; id: string } {
  return side === 'source'
    ? { actor: stage.source, id: pair.sourceId }
    : { actor: stage.target, id: pair.targetId };
}

/** What both sides of a row say now. */
export async function rowValues(
  stage: Stage,
  pair: Pair,
  row: PropertyRow,
): Promise<Readonly<Record<Side, Value>>> {
  return {
    source: await stage.source.value(pair.sourceId, row.source),
    target: await stage.target.value(pair.targetId, row.target),
  };
}

/** The first row of the property table: for what any row would show. Refuses (`check`) where there is none. */
export function firstRow({ bench }: Stage): PropertyRow {
  return first(bench.rows);
}

/** The second one, for what takes two. Refuses (`check`) where there is none. */
export function secondRow({ bench }: Stage): PropertyRow {
  return first(bench.rows.slice(1));
}

/** One property of a pair, on the side where a user edits it. */
export interface Edited {
  readonly pair: Pair;
  readonly row: PropertyRow;
  readonly from: Side;
}

/** A user gives the property a value that it does not hold; returns that value. */
export async function editAnew(stage: Stage, { pair, row, from }: Edited): Promise<Value> {
  const { actor, id } = at(stage, pair, from);
  const value = await actor.newValue(id, row[from]);
  await actor.edit(id, { [row[from]]: value });
  return value;
}

interface Arrival extends Edited {
  readonly value: Value;
}

/** The value stands unharmed where it was typed in, and says the same on the other side, where that one is shared. */
export async function expectArrived(stage: Stage, arrival: Arrival): Promise<void> {
  const { pair, row, from, value } = arrival;
  const values = await rowValues(stage, pair, row);
  const to = opposite(from);
  stage.expect({
    holds: JSON.stringify(withoutIds(values[from])) === JSON.stringify(withoutIds(value)),
    message: `${row[from]} no longer holds what the user typed into it`,
    expected: JSON.stringify(value),
    found: JSON.stringify(values[from]),
  });
  if (!isShared(stage.bench, to)) return;
  const [source, target] = from === 'source' ? [value, values.target] : [values.source, value];
  stage.expect({
    holds: saysTheSame({ type: row.type, source, target }) === true,
    message: `the edit of ${row[from]} did not reach ${row[to]} on the other side`,
    expected: JSON.stringify(value),
    found: JSON.stringify(values[to]),
  });
}

/** A user edits the property, and once all has come to rest the edit has reached the other side. */
export async function expectCarried(stage: Stage, edited: Edited): Promise<void> {
  const value = await editAnew(stage, edited);
  await stage.rest();
  await expectArrived(stage, { ...edited, value });
}

/** They are each other's: an edit of either reaches the other, where that is shared and there is a row to edit. */
export async function expectLinked(
  stage: Stage,
  { pair, row }: { readonly pair: Pair; readonly row: PropertyRow | undefined },
): Promise<void> {
  await stage.counterpart(pair.sourceId);
  if (row === undefined) return;
  for (const from of ['source', 'target'] as const) {
    await expectCarried(stage, { pair, row, from });
  }
}
