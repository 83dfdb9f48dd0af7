import type { Settings, Side } from '../../settings.ts';
import type { Cycle } from '../context.ts';
import { breakLink } from '../linked/break-link.ts';
import type { SectionPlan } from '../plan.ts';
import type { EntityPort, Pointer } from '../port.ts';
import type { Link, Watermark } from '../store/link.ts';
import { syncPage } from './page-step.ts';

interface Asked {
  readonly port: EntityPort;
  readonly watermark: Watermark | undefined;
  readonly settings: Settings;
}

/** What a system points at by itself, and the watermark to read on from. */
interface PointedAt {
  readonly pointers: readonly Pointer[];
  /** Due for a whole listing where the system no longer remembers all that was deleted. */
  readonly watermark: Watermark | undefined;
}

/** Asks for notifications and marks of deletion, where a system has them. */
export async function pointedAt({ port, watermark, settings }: Asked): Promise<PointedAt> {
  const notified = (await port.notified?.()) ?? [];
  const since = watermark?.newest;
  if (watermark === undefined || since === undefined) return { pointers: notified, watermark };
  const deleted = (await port.deleted?.(since - settings.overlapMs)) ?? [];
  if (deleted !== 'expired') return { pointers: [...notified, ...deleted], watermark };
  const due = { ...watermark, cyclesSinceSweep: settings.sweepEvery };
  return { pointers: notified, watermark: due };
}

interface Group {
  readonly side: Side;
  readonly entity: string;
  readonly sections: readonly SectionPlan[];
}

/**
 * Reads the records that a system has pointed at and the list of changes did not have: as they are
 * now, whatever was said of them. Pointers only make what happened known sooner; what they miss,
 * lists find.
 */
export async function lookAgain(
  cycle: Cycle,
  { side, sections }: Group,
  unlisted: ReadonlyMap<string, Pointer>,
): Promise<void> {
  for (const pointer of unlisted.values()) {
    const linked = await liveLinks(cycle, sections, { side, id: pointer.id });
    // Marks of deletion are shown again and again: only who still has a link is asked after.
    if (pointer.gone && linked.length === 0) continue;
    const record = await sections[0]?.port[side].read(pointer);
    const seenAt = cycle.clock.now();
    if (record === undefined) {
      for (const { plan, link } of linked) await breakLink({ cycle, plan, link }, side);
    } else {
      for (const plan of sections) await syncPage(cycle, plan, { side, records: [record], seenAt });
    }
  }
}

async function liveLinks(
  { store }: Cycle,
  sections: readonly SectionPlan[],
  by: { readonly side: Side; readonly id: string },
): Promise<readonly { readonly plan: SectionPlan; readonly link: Link }[]> {
  const live: { readonly plan: SectionPlan; readonly link: Link }[] = [];
  for (const plan of sections) {
    const link = await store.link({ section: plan.key, ...by });
    if (link !== undefined && link.broken === undefined) live.push({ plan, link });
  }
  return live;
}
