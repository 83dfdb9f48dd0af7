import type { Side } from '../../settings.ts';
import type { Pair } from '../context.ts';
import { lossesAtBreak } from './open-losses.ts';

/** Deletes do not travel (`sync-semantics.md` 13): the link is kept, marked, and reported. */
export async function breakLink(pair: Pair, side: Side): Promise<void> {
  const { cycle, plan, link } = pair;
  await cycle.store.commit([
    ...(await lossesAtBreak(pair, side)),
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
