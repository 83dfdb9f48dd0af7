import { SyncproofError } from '../errors.ts';
import type { Cycle } from './context.ts';
import { pendingChange, triedKey } from './pending.ts';
import type { SectionPlan } from './plan.ts';
import type { RecordRef } from './record.ts';

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
