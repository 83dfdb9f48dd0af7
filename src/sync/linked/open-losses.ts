import { opposite, type Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import type { Pair } from '../context.ts';
import type { RemoteRecord } from '../record.ts';
import type { LostValue } from '../store/lost-value.ts';
import type { StoreChange } from '../store/store.ts';
import { sameValue } from './convert.ts';

/**
 * What has become of the pair's losses of which nobody knew whether the write was done: where a
 * record that was read still holds the value, it was not. Whose record was not read stays open.
 */
export async function settledLosses(
  pair: Pair,
  records: Readonly<Partial<Record<Side, RemoteRecord>>>,
): Promise<readonly StoreChange[]> {
  return (await openLosses(pair)).flatMap((value) => {
    const record = records[opposite(value.winner)];
    return record === undefined ? [] : [settled(pair, value, record)];
  });
}

/** The same, of a pair of which the record on one side is gone: the other one is looked at. */
export async function lossesAtBreak(pair: Pair, gone: Side): Promise<readonly StoreChange[]> {
  const losses = await openLosses(pair);
  const left = opposite(gone);
  const isLeft = ({ winner }: LostValue): boolean => opposite(winner) === left;
  const record = losses.some(isLeft) ? await pair.plan.port[left].read(pair.link[left]) : undefined;
  return losses.map((value) =>
    isLeft(value) && record !== undefined
      ? settled(pair, value, record)
      : { kind: 'lost-done', value },
  );
}

function settled({ plan }: Pair, value: LostValue, { properties }: RemoteRecord): StoreChange {
  const property = plan.rows.find(({ key }) => key === value.row)?.[opposite(value.winner)];
  // A number that is shown as text now and then is the same number.
  const stands =
    property !== undefined && sameValue(asText(properties[property] ?? null), asText(value.lost));
  return stands ? { kind: 'lost-done', value } : lostForGood(value);
}

function asText(value: Value): Value {
  return typeof value === 'number' ? String(value) : value;
}

/** A loss that is, or may be, one: it is to be told. */
export function lostForGood({ open: _, ...value }: LostValue): StoreChange {
  return { kind: 'lost', value };
}

async function openLosses({ cycle, plan, link }: Pair): Promise<readonly LostValue[]> {
  const by = { section: plan.key, sourceId: link.source.id, reported: false };
  return (await cycle.store.lostValues(by)).filter(({ open }) => open === true);
}
