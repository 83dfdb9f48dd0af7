import { SyncproofError } from '../errors.ts';
import type { Side } from '../settings.ts';
import { bring } from './bring.ts';
import type { Cycle, Seen } from './context.ts';
import { pendingChange, triedKey } from './pending.ts';
import type { SectionPlan } from './plan.ts';
import type { RecordRef } from './record.ts';
import { syncLinked } from './update.ts';

type LinkState = 'unlinked' | 'linked' | 'broken';
type RecordRule = 'bring' | 'compare' | 'leave';

/** What a listed record leads to, by the side that listed it and by its link. */
const rules: Readonly<Record<Side, Readonly<Record<LinkState, RecordRule>>>> = {
  source: { unlinked: 'bring', linked: 'compare', broken: 'leave' },
  target: { unlinked: 'bring', linked: 'compare', broken: 'leave' },
};

/** Synchronises one listed record for one section: its link's two sides, or its first counterpart. */
export async function syncRecord(cycle: Cycle, plan: SectionPlan, seen: Seen): Promise<void> {
  const { side, record } = seen;
  const link = await cycle.store.link({ section: plan.key, side, id: record.id });
  const state = link === undefined ? 'unlinked' : link.broken === undefined ? 'linked' : 'broken';
  switch (rules[side][state]) {
    case 'leave':
      return;
    case 'bring':
      if (side === 'target' && plan.mergeOn.length === 0) return;
      return guarded({ cycle, plan, ...(side === 'source' ? { source: record } : {}) }, () =>
        bring({ cycle, plan, side, record }),
      );
    case 'compare':
      if (link === undefined) return;
      return guarded({ cycle, plan, source: link.source }, () =>
        syncLinked({ cycle, plan, link, seen }),
      );
  }
}

interface Guarded {
  readonly cycle: Cycle;
  readonly plan: SectionPlan;
  /** The source record that is left pending; absent while it is not known. */
  readonly source?: RecordRef;
}

/** A look-up that fails for one record leaves that record pending and stops no other. */
export async function guarded(
  { cycle, plan, source }: Guarded,
  step: () => Promise<void>,
): Promise<void> {
  try {
    await step();
  } catch (cause) {
    if (!(cause instanceof SyncproofError) || cause.code !== 'answer') throw cause;
    if (source === undefined) {
      cycle.notes.problems.push({ kind: 'read', section: plan.heading, reason: cause.message });
      return;
    }
    const { id } = source;
    cycle.notes.tried.add(triedKey(plan.key, id));
    const failed = {
      section: plan.key,
      source: { id },
      kind: 'failed',
      reason: cause.message,
    } as const;
    await cycle.store.commit([await pendingChange(cycle, failed)]);
  }
}
