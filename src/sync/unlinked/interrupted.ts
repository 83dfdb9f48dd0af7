import type { Instant } from '../../clock.ts';
import type { Cycle } from '../context.ts';
import { pendingChange } from '../pending.ts';
import type { SectionPlan } from '../plan.ts';
import type { RecordRef } from '../record.ts';
import type { CreateIntent } from '../store/link.ts';
import { type Adoption, adopt } from './linking.ts';

/**
 * What became of a create of which only the intent is known. One whose end is not known is left
 * alone until the replicas of the target must show it, counted from when nobody can be at work on
 * it any more: until it is noticed, somebody may be.
 */
export async function whatWasMade(
  cycle: Cycle,
  plan: SectionPlan,
  source: RecordRef,
): Promise<Adoption & { readonly intent?: CreateIntent }> {
  const by = { section: plan.key, sourceId: source.id };
  const known = await cycle.store.intent(by);
  if (known === undefined) return { kind: 'none' };
  const intent = { ...known, at: await openSince(cycle, known) };
  const now = cycle.clock.now();
  if (now - intent.at >= cycle.settings.overlapMs) {
    return { ...(await adopt(plan, intent, now)), intent };
  }
  const reason = 'its create may have gone through: it is looked for next time';
  return { kind: 'open', reason, intent };
}

async function openSince({ store, clock }: Cycle, intent: CreateIntent): Promise<Instant> {
  const noticed = await store.pending({ section: intent.section, sourceId: intent.source.id });
  return noticed === undefined || noticed.kind === 'waiting' ? clock.now() : intent.at;
}

/** Leaves an interrupted create for a later pass, and says so. */
export async function leaveOpen(
  cycle: Cycle,
  plan: SectionPlan,
  open: { readonly source: RecordRef; readonly reason: string; readonly intent?: CreateIntent },
): Promise<void> {
  const { source, reason, intent } = open;
  const pending = { section: plan.key, source, kind: 'unknown', reason } as const;
  const change = await pendingChange(cycle, pending);
  await cycle.store.commit(intent === undefined ? [change] : [{ kind: 'intent', intent }, change]);
}
