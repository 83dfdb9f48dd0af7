import type { Cycle } from '../context.ts';
import type { SectionPlan } from '../plan.ts';
import { type RemoteRecord, ref } from '../record.ts';
import type { CreateIntent, Link } from '../store/link.ts';
import { bearers } from './bearers.ts';

interface Unlinked {
  readonly cycle: Cycle;
  readonly plan: SectionPlan;
  readonly record: RemoteRecord;
  readonly intent: CreateIntent;
}

/**
 * The link of a counterpart that this memory has forgotten: a memory that was restored from a
 * backup is older than what has been made since. Looked for by the marker while an engine wakes;
 * as in a merge neither side has agreed to anything yet. `undefined` where there is not one.
 */
export async function relink(unlinked: Unlinked): Promise<Link | undefined> {
  const { cycle, plan, record, intent } = unlinked;
  const { marker } = intent;
  if (!cycle.waking || marker === undefined) return undefined;
  const [target, ...others] = await bearers(plan.port.target, marker);
  if (target === undefined || others.length > 0) return undefined;
  const by = { section: plan.key, side: 'target', id: target.id } as const;
  if ((await cycle.store.link(by)) !== undefined) return undefined;
  const known = { source: undefined, target: undefined };
  return { section: plan.key, source: ref(record), target: ref(target), base: {}, known };
}

/** Whether an engine that has just been started works on a memory that other passes have left. */
export async function isOld({ plan, store }: Pick<Cycle, 'plan' | 'store'>): Promise<boolean> {
  for (const { entity } of plan.sections) {
    const watermark = await store.watermark({ side: 'source', entity: entity.source });
    if (watermark !== undefined) return true;
  }
  return false;
}
