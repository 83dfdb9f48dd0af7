import type { Cycle } from './context.ts';
import { guarded } from './guarded.ts';
import { breakLink } from './linked/break-link.ts';
import { syncLinked } from './linked/update.ts';
import { triedKey } from './pending.ts';
import type { SectionPlan } from './plan.ts';
import type { RecordRef } from './record.ts';
import { bring } from './unlinked/bring.ts';
import { leaveOpen, whatWasMade } from './unlinked/interrupted.ts';
import { linked } from './unlinked/send-creates.ts';

/** Tries again what earlier cycles could not bring over, and reports what is still left. */
export async function finishLeftovers(cycle: Cycle, plan: SectionPlan): Promise<void> {
  for (const { source } of await cycle.store.allPending(plan.key)) {
    if (cycle.notes.tried.has(triedKey(plan.key, source.id))) continue;
    await guarded({ cycle, plan, source }, async () => {
      const link = await cycle.store.link({ section: plan.key, side: 'source', id: source.id });
      if (link !== undefined) return syncLinked({ cycle, plan, link });
      const record = await plan.port.source.read(source);
      if (record !== undefined) return bring({ cycle, plan, side: 'source', record });
      return bury(cycle, plan, source);
    });
  }
  for (const { kind, source, reason } of await cycle.store.allPending(plan.key)) {
    const record = { side: 'source', entity: plan.entity.source, ...source } as const;
    cycle.notes.problems.push({ kind, section: plan.heading, record, reason });
  }
}

/** Nothing is owed to a record that is gone; what was made for it all the same is linked, and told. */
async function bury(cycle: Cycle, plan: SectionPlan, source: RecordRef): Promise<void> {
  const by = { section: plan.key, sourceId: source.id };
  const found = await whatWasMade(cycle, plan, source);
  if (found.kind === 'open') return leaveOpen(cycle, plan, { ...found, source });
  if (found.kind === 'none') {
    return cycle.store.commit([
      { kind: 'pending-done', ...by },
      { kind: 'intent-done', ...by },
    ]);
  }
  await cycle.store.commit(linked(found.link));
  await breakLink({ cycle, plan, link: found.link }, 'source');
}
