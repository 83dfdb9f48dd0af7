import type { Side } from '../settings.ts';
import type { Cycle, Pair } from './context.ts';
import type { SectionPlan } from './plan.ts';

interface Listed {
  readonly side: Side;
  readonly sections: readonly SectionPlan[];
  /** Every id that a whole listing has named. */
  readonly ids: ReadonlySet<string>;
}

/** Breaks the links of records that a whole listing does not have, once looking them up has confirmed it. */
export async function breakMissing(cycle: Cycle, { side, sections, ids }: Listed): Promise<void> {
  for (const plan of sections) {
    for await (const link of cycle.store.links(plan.key)) {
      if (link.broken !== undefined || ids.has(link[side].id)) continue;
      const found = await plan.port[side].read(link[side]);
      if (found === undefined) await breakLink({ cycle, plan, link }, side);
    }
  }
}

/** Deletes do not travel (`sync-semantics.md` 13): the link is kept, marked, and reported. */
export async function breakLink({ cycle, plan, link }: Pair, side: Side): Promise<void> {
  await cycle.store.commit([
    { kind: 'link', link: { ...link, broken: side } },
    { kind: 'pending-done', section: plan.key, sourceId: link.source.id },
  ]);
  cycle.notes.problems.push({
    kind: 'broken',
    section: plan.heading,
    record: { side, entity: plan.entity[side], ...link[side] },
    reason: 'the record was deleted; its counterpart stays as it is',
  });
}
