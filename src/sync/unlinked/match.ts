import { opposite, type Side } from '../../settings.ts';
import type { Cycle } from '../context.ts';
import { isEmpty } from '../linked/convert.ts';
import type { SectionPlan } from '../plan.ts';
import type { RemoteRecord } from '../record.ts';
import { bearers } from './bearers.ts';

/** What the merge table says of an unlinked record. */
export type Match =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly other: RemoteRecord }
  /** Several records could be meant: none is linked, and it is reported. */
  | { readonly kind: 'ambiguous'; readonly reason: string };

interface Search {
  readonly cycle: Cycle;
  readonly plan: SectionPlan;
  readonly side: Side;
  readonly record: RemoteRecord;
}

/**
 * Looks for the one unlinked record of the other side that has the same value in a row of the
 * merge table. Empty values match nothing, and the match must be the only one seen from either
 * side (`sync-semantics.md` 5).
 */
export async function match({ cycle, plan, side, record }: Search): Promise<Match> {
  const to = opposite(side);
  const [other, ...others] = await unlinkedLike({ cycle, plan, side, record });
  if (other === undefined) return { kind: 'none' };
  if (others.length > 0) return ambiguous(plan.entity[to], others.length + 1);
  const rivals = await unlinkedLike({ cycle, plan, side: to, record: other });
  return rivals.length === 1 ? { kind: 'one', other } : ambiguous(plan.entity[side], rivals.length);
}

function ambiguous(entity: string, count: number): Match {
  return {
    kind: 'ambiguous',
    reason: `${count} ${entity} match it: which one is meant has to be said by hand`,
  };
}

/** The unlinked records of the other side that share a merge row's value with the record. */
async function unlinkedLike(search: Search): Promise<readonly RemoteRecord[]> {
  const { plan, side, record } = search;
  const to = opposite(side);
  const found = new Map<string, RemoteRecord>();
  for (const row of plan.mergeOn) {
    const value = record.properties[row[side]] ?? null;
    if (isEmpty(value)) continue;
    for (const candidate of await bearers(plan.port[to], { property: row[to], value })) {
      if (await isFree(search, candidate)) found.set(candidate.id, candidate);
    }
  }
  return [...found.values()];
}

/** Whether nothing is linked to a record of the other side, nor about to be. */
async function isFree(
  { cycle, plan, side, record }: Search,
  other: RemoteRecord,
): Promise<boolean> {
  const to = opposite(side);
  const link = await cycle.store.link({ section: plan.key, side: to, id: other.id });
  if (link !== undefined) return false;
  const [source, target] = to === 'source' ? [other, record] : [record, other];
  return !(await isAwaited(cycle, plan, { source, target }));
}

/**
 * Whether the target bears the marker of another source record, whose create was interrupted: it is
 * that one's counterpart, as soon as it has been found again.
 */
async function isAwaited(
  { store }: Cycle,
  { key: section, settings: { marker = '', provide = {} } }: SectionPlan,
  { source, target }: Readonly<Record<Side, RemoteRecord>>,
): Promise<boolean> {
  const provided = provide[marker];
  const mark = target.properties[marker];
  if (provided?.kind !== 'marker' || typeof mark !== 'string') return false;
  if (!mark.startsWith(provided.prefix)) return false;
  const sourceId = mark.slice(provided.prefix.length);
  return sourceId !== source.id && (await store.intent({ section, sourceId })) !== undefined;
}
