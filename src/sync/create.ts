import type { Cycle } from './context.ts';
import type { CreateIntent, Link } from './link.ts';
import { type Adoption, adopt, linkOf, ref } from './linking.ts';
import { pendingChange, triedKey, wasRefused } from './pending.ts';
import type { SectionPlan } from './plan.ts';
import { type Bring, type Provision, provision } from './provide.ts';
import type { RemoteRecord } from './record.ts';
import { bringRelated } from './related.ts';
import { syncLinked } from './update.ts';

/** A source record that is to get a counterpart; `bring` brings over what it refers to first. */
interface New {
  readonly cycle: Cycle;
  readonly plan: SectionPlan;
  readonly record: RemoteRecord;
  readonly bring: Bring;
}

/**
 * Gives an unlinked source record its one counterpart. The intent is durable before the
 * request goes out; one that is found here was interrupted, and what it may have made is
 * looked for by its marker before anything is made again (`sync-semantics.md` 6).
 */
export async function syncCreate(created: New): Promise<void> {
  const { cycle, plan, record } = created;
  cycle.notes.tried.add(triedKey(plan.key, record.id));
  const by = { section: plan.key, sourceId: record.id };
  const interrupted = await cycle.store.intent(by);
  if (interrupted !== undefined) {
    const found = await whatBecameOf(cycle, plan, interrupted);
    if (found.kind === 'open') return leavePending(created, 'unknown', found.reason);
    if (found.kind === 'adopted') return arrive(created, found.link);
    // It never came about: what is to become of the record is asked anew.
    await cycle.store.commit([
      { kind: 'intent-done', ...by },
      { kind: 'pending-done', ...by },
    ]);
    return created.bring({ cycle, plan, side: 'source', record });
  }
  const ready = await provision(created);
  if (ready.kind === 'waiting') return leavePending(created, 'waiting', ready.reason);
  const tried = JSON.stringify(ready.properties);
  if (wasRefused(cycle, await cycle.store.pending(by), tried)) return;
  await create(created, ready, tried);
}

/** A create whose end is not known is left alone until the replicas of the target must show it. */
async function whatBecameOf(
  { clock, settings }: Cycle,
  plan: SectionPlan,
  interrupted: CreateIntent,
): Promise<Adoption> {
  if (clock.now() - interrupted.at >= settings.overlapMs) return adopt(plan, interrupted);
  return { kind: 'open', reason: 'its create may have gone through: it is looked for next time' };
}

async function create(
  created: New,
  ready: Extract<Provision, { kind: 'ready' }>,
  tried: string,
): Promise<void> {
  const { cycle, plan, record } = created;
  await cycle.store.commit([{ kind: 'intent', intent: ready.intent }]);
  const { properties, parent } = ready;
  const outcome = await cycle.parts.write({
    kind: 'create',
    record: {
      section: plan.heading,
      side: 'target',
      entity: plan.entity.target,
      sourceId: record.id,
    },
    port: plan.port.target,
    properties,
    ...(parent === undefined ? {} : { parent }),
  });
  if (outcome.kind === 'stored') {
    cycle.notes.writes += 1;
    const { sent } = ready.intent;
    return arrive(created, linkOf({ plan, source: record, target: outcome.record, sent }));
  }
  const trouble =
    outcome.kind === 'gone'
      ? ({ kind: 'failed', reason: `the parent of a new ${plan.entity.target} is gone` } as const)
      : outcome;
  const { kind, reason } = trouble;
  const source = ref(record);
  const pending = await pendingChange(cycle, { section: plan.key, source, kind, reason, tried });
  const done = { kind: 'intent-done', section: plan.key, sourceId: record.id } as const;
  await cycle.store.commit(kind === 'unknown' ? [pending] : [pending, done]);
}

/** Makes the new link durable, then brings over what the create could not carry, and who waited for it. */
async function arrive(created: New, link: Link): Promise<void> {
  const { cycle, plan, record } = created;
  const by = { section: plan.key, sourceId: record.id };
  await cycle.store.commit([
    { kind: 'link', link },
    { kind: 'intent-done', ...by },
    { kind: 'pending-done', ...by },
  ]);
  const seen = { side: 'source', record, seenAt: cycle.clock.now() } as const;
  await syncLinked({ cycle, plan, link, seen });
  await bringRelated(created);
}

async function leavePending(
  { cycle, plan, record }: New,
  kind: 'unknown' | 'waiting',
  reason: string,
): Promise<void> {
  const pending = { section: plan.key, source: ref(record), kind, reason };
  await cycle.store.commit([await pendingChange(cycle, pending)]);
}
