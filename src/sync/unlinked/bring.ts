import type { Side } from '../../settings.ts';
import type { Cycle } from '../context.ts';
import { syncLinked } from '../linked/update.ts';
import { leaveWaiting } from '../pending.ts';
import type { SectionPlan } from '../plan.ts';
import { type RemoteRecord, ref } from '../record.ts';
import { bearers } from './bearers.ts';
import { syncCreate } from './create.ts';
import { match } from './match.ts';
import { bringRelated } from './related.ts';
import { isTooNew } from './too-new.ts';

interface Unlinked {
  readonly cycle: Cycle;
  readonly plan: SectionPlan;
  readonly side: Side;
  readonly record: RemoteRecord;
}

/** Brings an unlinked record to its counterpart: one that is there already, or a new one. */
export async function bring(unlinked: Unlinked): Promise<void> {
  const { cycle, plan, side, record } = unlinked;
  // What an interrupted create may have made comes before whatever else could be meant.
  if (side === 'source' && (await isInterrupted(cycle, plan, record))) {
    return syncCreate({ cycle, plan, record, bring });
  }
  if (await merge(unlinked)) return;
  if (side === 'target') return;
  if (!(await isOwed(unlinked))) return forget(unlinked);
  if (plan.mergeOn.length > 0 && (await isTooNew(cycle, plan, record))) {
    const reason = 'it is new, and its match may be too: it is looked for again before one is made';
    return leaveWaiting(unlinked, reason);
  }
  await syncCreate({ cycle, plan, record, bring });
}

/** Links the record to the one that it matches; true where that settles what becomes of it. */
async function merge({ cycle, plan, side, record }: Unlinked): Promise<boolean> {
  const found = await match({ cycle, plan, side, record });
  if (found.kind === 'none') return false;
  if (found.kind === 'ambiguous') {
    // Seen from the target nobody's change is waiting: the source's own listing reports it.
    if (side === 'source') await leaveWaiting({ cycle, plan, record }, found.reason);
    return true;
  }
  const [a, b] = side === 'source' ? [record, found.other] : [found.other, record];
  if (side === 'target' && (await isInterrupted(cycle, plan, a))) return true;
  const known = { source: undefined, target: undefined };
  const link = { section: plan.key, source: ref(a), target: ref(b), base: {}, known };
  await cycle.store.commit([{ kind: 'link', link }]);
  await syncLinked({ cycle, plan, link });
  await bringRelated({ cycle, plan, record: a, bring });
  return true;
}

async function isInterrupted(
  { store }: Cycle,
  { key: section }: SectionPlan,
  { id }: RemoteRecord,
): Promise<boolean> {
  return (await store.intent({ section, sourceId: id })) !== undefined;
}

/** In limited mode a record that nobody has touched since then is left alone. */
export function outOfScope({ settings }: SectionPlan, { modifiedAt }: RemoteRecord): boolean {
  const since = settings.limitedSince;
  return since !== undefined && modifiedAt !== undefined && modifiedAt < since;
}

/** Whether the record is to have a counterpart of its own. */
async function isOwed(unlinked: Unlinked): Promise<boolean> {
  const { plan, record } = unlinked;
  if (plan.settings.share?.target === false || outOfScope(plan, record)) return false;
  return creates(unlinked);
}

/** Nothing is open of a record that nothing is owed to any more. */
async function forget({ cycle, plan, record }: Unlinked): Promise<void> {
  const by = { section: plan.key, sourceId: record.id };
  if ((await cycle.store.pending(by)) === undefined) return;
  await cycle.store.commit([{ kind: 'pending-done', ...by }]);
}

async function creates({ cycle, plan, record }: Unlinked): Promise<boolean> {
  const { creates } = plan;
  switch (creates.kind) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'while':
      return creates.holds(record.properties);
    case 'related':
      for (const { section, property } of creates.by) {
        const by = cycle.plan.sections.find(({ heading }) => heading === section);
        const related = by && (await bearers(by.port.source, { property, value: record.id }));
        for (const { id } of related ?? []) {
          const link = by && (await cycle.store.link({ section: by.key, side: 'source', id }));
          if (link !== undefined) return true;
        }
      }
      return false;
  }
}
