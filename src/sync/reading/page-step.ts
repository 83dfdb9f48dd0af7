import type { Instant } from '../../clock.ts';
import type { Side } from '../../settings.ts';
import type { Cycle } from '../context.ts';
import { guarded } from '../guarded.ts';
import { syncLinked } from '../linked/update.ts';
import type { SectionPlan } from '../plan.ts';
import type { RemoteRecord } from '../record.ts';
import type { Link } from '../store/link.ts';
import { bring } from '../unlinked/bring.ts';
import { createTogether } from '../unlinked/create-together.ts';

/** Records as one side has just listed them. */
export interface Page {
  readonly side: Side;
  readonly records: readonly RemoteRecord[];
  /** When they were listed: stands in for a modification time where a record has none. */
  readonly seenAt: Instant;
}

/** Synchronises listed records for one section: the two sides of their links, or their first counterparts. */
export async function syncPage(cycle: Cycle, plan: SectionPlan, page: Page): Promise<void> {
  const { side, records, seenAt } = page;
  const unlinked = new Map<string, RemoteRecord>();
  for (const record of records) {
    const link = await cycle.store.link({ section: plan.key, side, id: record.id });
    if (link === undefined) unlinked.set(record.id, record);
    else if (link.broken === undefined || link.broken === side) {
      const pair = { cycle, plan, link: await mended(cycle, link) };
      // While the link was broken the other side's edits went by: both are read.
      const seen = link.broken === undefined ? { seen: { side, record, seenAt } } : {};
      await guarded({ cycle, plan, source: link.source }, () => syncLinked({ ...pair, ...seen }));
    }
  }
  await bringEach(cycle, plan, { side, records: [...unlinked.values()] });
}

/** Brings over what is new: together as far as that is possible, then one by one. */
async function bringEach(
  cycle: Cycle,
  plan: SectionPlan,
  { side, records }: Omit<Page, 'seenAt'>,
): Promise<void> {
  // A target record leads to a link where records are merged, and else to nothing.
  if (side === 'target' && plan.mergeOn.length === 0) return;
  const single = side === 'source' ? await createTogether(cycle, plan, records) : records;
  for (const record of single) {
    // One of those before it may have brought it over.
    if (await cycle.store.link({ section: plan.key, side, id: record.id })) continue;
    await guarded({ cycle, plan, ...(side === 'source' ? { source: record } : {}) }, () =>
      bring({ cycle, plan, side, record }),
    );
  }
}

/** A link whose lost record is there again: it was brought back, or had only been out of sight. */
async function mended({ store }: Cycle, { broken, ...link }: Link): Promise<Link> {
  if (broken !== undefined) await store.commit([{ kind: 'link', link }]);
  return link;
}
