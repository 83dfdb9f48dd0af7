import type { Cycle } from './context.ts';
import type { Link } from './link.ts';
import { adopt, linkOf } from './linking.ts';
import { pendingChange, triedKey, wasRefused } from './pending.ts';
import type { SectionPlan } from './plan.ts';
import { type Provision, provision } from './provide.ts';
import type { RemoteRecord } from './record.ts';
import { syncLinked } from './update.ts';

/**
 * Gives an unlinked source record its one counterpart. The intent is durable before the
 * request goes out; one that is found here was interrupted, and what it may have made is
 * looked for by its marker before anything is made again (`sync-semantics.md` 6).
 */
export async function syncCreate(
  cycle: Cycle,
  plan: SectionPlan,
  record: RemoteRecord,
): Promise<void> {
  cycle.notes.tried.add(triedKey(plan.key, record.id));
  const by = { section: plan.key, sourceId: record.id };
  const interrupted = await cycle.store.intent(by);
  if (interrupted !== undefined) {
    const found = await adopt(plan, interrupted);
    if (found.kind === 'ambiguous') {
      await leavePending(cycle, plan, { record, kind: 'unknown', reason: found.reason });
      return;
    }
    if (found.kind === 'adopted') return arrive(cycle, plan, { record, link: found.link });
  }
  const ready = await provision({ cycle, plan, record });
  if (ready.kind === 'waiting') {
    await leavePending(cycle, plan, { record, kind: 'waiting', reason: ready.reason });
    return;
  }
  const tried = JSON.stringify(ready.properties);
  if (wasRefused(cycle, await cycle.store.pending(by), tried)) return;
  await create({ cycle, plan, record, ready, tried });
}

interface CreateInput {
  readonly cycle: Cycle;
  readonly plan: SectionPlan;
  readonly record: RemoteRecord;
  readonly ready: Extract<Provision, { kind: 'ready' }>;
  readonly tried: string;
}

async function create({ cycle, plan, record, ready, tried }: CreateInput): Promise<void> {
  const { store, parts } = cycle;
  await store.commit([{ kind: 'intent', intent: ready.intent }]);
  const { properties, parent } = ready;
  const outcome = await parts.write({
    kind: 'create',
    port: plan.port.target,
    properties,
    ...(parent === undefined ? {} : { parent }),
  });
  if (outcome.kind === 'stored') {
    cycle.notes.writes += 1;
    const link = linkOf({ plan, source: record, target: outcome.record, sent: ready.intent.sent });
    return arrive(cycle, plan, { record, link });
  }
  const trouble =
    outcome.kind === 'gone'
      ? ({ kind: 'failed', reason: `the parent of a new ${plan.entity.target} is gone` } as const)
      : outcome;
  const pending = await pendingChange(cycle, {
    section: plan.key,
    source: ready.intent.source,
    kind: trouble.kind,
    reason: trouble.reason,
    tried,
  });
  const done = { kind: 'intent-done', section: plan.key, sourceId: record.id } as const;
  await store.commit(trouble.kind === 'unknown' ? [pending] : [pending, done]);
}

/** Makes the new link durable, then brings over what the create could not carry. */
async function arrive(
  cycle: Cycle,
  plan: SectionPlan,
  { record, link }: { readonly record: RemoteRecord; readonly link: Link },
): Promise<void> {
  const by = { section: plan.key, sourceId: record.id };
  await cycle.store.commit([
    { kind: 'link', link },
    { kind: 'intent-done', ...by },
    { kind: 'pending-done', ...by },
  ]);
  const seen = { side: 'source', record, seenAt: cycle.clock.now() } as const;
  await syncLinked({ cycle, plan, link, seen });
}

async function leavePending(
  cycle: Cycle,
  plan: SectionPlan,
  why: {
    readonly record: RemoteRecord;
    readonly kind: 'unknown' | 'waiting';
    readonly reason: string;
  },
): Promise<void> {
  const { record, kind, reason } = why;
  const source = { id: record.id };
  await cycle.store.commit([
    await pendingChange(cycle, { section: plan.key, source, kind, reason }),
  ]);
}
