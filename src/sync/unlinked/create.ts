import type { Cycle } from '../context.ts';
import { syncLinked } from '../linked/update.ts';
import { leaveWaiting, triedKey, wasRefused } from '../pending.ts';
import type { SectionPlan } from '../plan.ts';
import { type RemoteRecord, ref } from '../record.ts';
import { leaveOpen, whatWasMade } from './interrupted.ts';
import { type Bring, provision } from './provide.ts';
import { bringRelated } from './related.ts';
import { relink } from './relink.ts';
import { type Arrival, linked, sendCreates, triedOf } from './send-creates.ts';

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
  if ((await cycle.store.intent(by)) !== undefined) {
    if (await wouldBeRefused(created)) return;
    const found = await whatWasMade(cycle, plan, record);
    if (found.kind === 'open') return leaveOpen(cycle, plan, { ...found, source: ref(record) });
    if (found.kind === 'adopted') {
      await cycle.store.commit(linked(found.link));
      return afterArrival(created, found);
    }
    // It never came about: what is to become of the record is asked anew.
    await cycle.store.commit([{ kind: 'intent-done', ...by }]);
    return created.bring({ cycle, plan, side: 'source', record });
  }
  const ready = await provision(created);
  if (ready.kind === 'waiting') return leaveWaiting(created, ready.reason);
  const forgotten = await relink({ cycle, plan, record, intent: ready.intent });
  if (forgotten !== undefined) {
    await cycle.store.commit(linked(forgotten));
    return afterArrival(created, { link: forgotten });
  }
  if (wasRefused(cycle, await cycle.store.pending(by), triedOf(ready))) return;
  const [arrival] = await sendCreates(created, [{ cycle, plan, record, ready }]);
  if (arrival !== undefined) await afterArrival(created, arrival);
}

/** Whether what is to be sent was refused before: until it is due again nobody looks for it either. */
async function wouldBeRefused(created: New): Promise<boolean> {
  const { cycle, plan, record } = created;
  const earlier = await cycle.store.pending({ section: plan.key, sourceId: record.id });
  if (earlier?.kind !== 'refused') return false;
  const ready = await provision(created);
  return ready.kind === 'ready' && wasRefused(cycle, earlier, triedOf(ready));
}

/** Brings over what the create of a counterpart could not carry, and who waited for it. */
export async function afterArrival(created: New, { link }: Pick<Arrival, 'link'>): Promise<void> {
  const { cycle, plan, record } = created;
  cycle.notes.tried.delete(triedKey(plan.key, record.id));
  const seen = { side: 'source', record, seenAt: cycle.clock.now() } as const;
  await syncLinked({ cycle, plan, link, seen });
  await bringRelated(created);
}
