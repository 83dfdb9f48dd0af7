import { bring } from './bring.ts';
import type { Cycle } from './context.ts';
import { triedKey } from './pending.ts';
import type { SectionPlan } from './plan.ts';
import { guarded } from './record-step.ts';
import { syncLinked } from './update.ts';

/** Tries again what earlier cycles could not bring over, and reports what is still left. */
export async function finishLeftovers(cycle: Cycle, plan: SectionPlan): Promise<void> {
  for (const { source } of await cycle.store.allPending(plan.key)) {
    if (cycle.notes.tried.has(triedKey(plan.key, source.id))) continue;
    await guarded({ cycle, plan, source }, async () => {
      const link = await cycle.store.link({ section: plan.key, side: 'source', id: source.id });
      if (link !== undefined) return syncLinked({ cycle, plan, link });
      const record = await plan.port.source.read(source);
      if (record !== undefined) return bring({ cycle, plan, side: 'source', record });
      const by = { section: plan.key, sourceId: source.id };
      await cycle.store.commit([
        { kind: 'pending-done', ...by },
        { kind: 'intent-done', ...by },
      ]);
    });
  }
  for (const { kind, source, reason } of await cycle.store.allPending(plan.key)) {
    const record = { side: 'source', entity: plan.entity.source, ...source } as const;
    cycle.notes.problems.push({ kind, section: plan.heading, record, reason });
  }
}
