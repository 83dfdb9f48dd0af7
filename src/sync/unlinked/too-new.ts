import type { Cycle } from '../context.ts';
import type { SectionPlan } from '../plan.ts';
import type { RemoteRecord } from '../record.ts';

/**
 * Whether a record came so lately that whoever made it may have made its match right before, and
 * the replicas of the target do not show it yet: a look-up that found nothing then says nothing.
 * A record's age is the greater of what its own stamp and the engine's memory of it say, so that
 * neither a clock that is ahead nor a record without a stamp is waited for longer than the lag.
 */
export async function isTooNew(
  { clock, settings, store }: Pick<Cycle, 'clock' | 'settings' | 'store'>,
  { key: section }: Pick<SectionPlan, 'key'>,
  { id: sourceId, modifiedAt }: RemoteRecord,
): Promise<boolean> {
  const now = clock.now();
  const since = now - settings.overlapMs;
  if (modifiedAt !== undefined && modifiedAt <= since) return false;
  const open = await store.pending({ section, sourceId });
  return open?.since === undefined || open.since > since;
}
