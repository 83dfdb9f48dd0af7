import type { Side } from '../../settings.ts';
import type { Cycle } from '../context.ts';
import { guarded } from '../guarded.ts';
import { breakLink } from '../linked/break-link.ts';
import type { SectionPlan } from '../plan.ts';

interface Listed {
  readonly side: Side;
  readonly entity: string;
  readonly sections: readonly SectionPlan[];
}

/** Breaks the links of records that a whole listing did not have, once looking them up has confirmed it. */
export async function breakMissing(cycle: Cycle, listed: Listed): Promise<void> {
  for (const plan of listed.sections) {
    const missing = await countMissing(cycle, plan, listed);
    if (await implausible(cycle, plan, missing)) {
      const reason = `${missing} linked ${listed.entity} are missing from a whole listing at once: nothing is done about them until they are back, or the settings allow it`;
      cycle.notes.problems.push({ kind: 'read', section: plan.heading, reason });
    } else if (missing > 0) await breakEach(cycle, plan, listed);
  }
}

async function countMissing(
  { store }: Cycle,
  { key: section }: SectionPlan,
  { side, entity }: Listed,
): Promise<number> {
  let missing = 0;
  for await (const link of store.unseen({ section, side, entity })) {
    if (link.broken === undefined) missing += 1;
  }
  return missing;
}

/** Whether a side is suddenly empty, or has shrunk beyond belief. */
async function implausible(
  { settings, store }: Cycle,
  { key }: SectionPlan,
  missing: number,
): Promise<boolean> {
  const { records, share } = settings.shrinkage;
  if (missing < records) return false;
  let linked = 0;
  for await (const link of store.links(key)) if (link.broken === undefined) linked += 1;
  return missing > linked * share;
}

async function breakEach(cycle: Cycle, plan: SectionPlan, { side, entity }: Listed): Promise<void> {
  for await (const link of cycle.store.unseen({ section: plan.key, side, entity })) {
    if (link.broken !== undefined) continue;
    await guarded({ cycle, plan, source: link.source }, async () => {
      const found = await plan.port[side].read(link[side]);
      if (found === undefined) await breakLink({ cycle, plan, link }, side);
    });
  }
}
