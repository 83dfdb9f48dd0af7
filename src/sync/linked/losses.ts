import { opposite } from '../../settings.ts';
import type { Pair } from '../context.ts';
import type { Conflict } from '../cycle-report.ts';
import { ref } from '../record.ts';
import type { LostValue } from '../store/lost-value.ts';
import type { RowDecision } from './decide.ts';

/** What is lost where decisions are carried out. */
export function lostIn(
  { cycle, link }: Pair,
  decisions: Iterable<RowDecision>,
): readonly LostValue[] {
  const at = cycle.clock.now();
  return [...decisions].flatMap((decision) => {
    if (decision.kind !== 'write' || decision.lost === undefined) return [];
    const { row, to, value, lost } = decision;
    const winner = opposite(to);
    const pair = { section: link.section, source: ref(link.source), target: ref(link.target) };
    return [{ ...pair, row: row.key, winner, kept: value, lost, at, reported: false }];
  });
}

/** As a cycle's report tells it; `heading` is the section's. */
export function conflictOf(
  { source, target, row, winner, kept, lost }: LostValue,
  heading: string,
): Conflict {
  return { section: heading, sourceId: source.id, targetId: target.id, row, winner, kept, lost };
}
