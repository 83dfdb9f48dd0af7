import type { Cycle } from '../context.ts';
import { isEmpty } from '../linked/convert.ts';
import type { SectionPlan } from '../plan.ts';
import type { RemoteRecord } from '../record.ts';
import type { Bring } from './provide.ts';

interface Related {
  readonly cycle: Cycle;
  /** The section in which the record has just been linked. */
  readonly plan: SectionPlan;
  readonly record: RemoteRecord;
  readonly bring: Bring;
}

/** A record that has been linked brings over the records it refers to, where a section waits for that. */
export async function bringRelated({ cycle, plan, record, bring }: Related): Promise<void> {
  for (const { waiting, property } of waitingFor(cycle, plan)) {
    const id = record.properties[property] ?? null;
    if (isEmpty(id)) continue;
    const by = { section: waiting.key, side: 'source', id: String(id) } as const;
    if ((await cycle.store.link(by)) !== undefined) continue;
    const referred = await waiting.port.source.read({ id: by.id });
    if (referred !== undefined)
      await bring({ cycle, plan: waiting, side: 'source', record: referred });
  }
}

/** The sections that create what records of this section refer to, and by which property they do. */
function waitingFor(
  { plan }: Cycle,
  { heading }: SectionPlan,
): readonly { readonly waiting: SectionPlan; readonly property: string }[] {
  return plan.sections.flatMap((waiting) =>
    waiting.creates.kind === 'related'
      ? waiting.creates.by
          .filter(({ section }) => section === heading)
          .map(({ property }) => ({ waiting, property }))
      : [],
  );
}
