import { opposite } from '../../settings.ts';
import type { Pair } from '../context.ts';
import type { Conflict } from '../cycle-report.ts';
import type { SectionPlan } from '../plan.ts';
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

/** As a cycle's report tells it: by its row's key where the document does not have that row any more. */
export function conflictOf(value: LostValue, { heading, entity, rows }: SectionPlan): Conflict {
  const { row, winner, lost, kept } = value;
  const side = opposite(winner);
  const property = rows.find(({ key }) => key === row)?.[side] ?? row;
  const record = { side, entity: entity[side], ...value[side] };
  return { section: heading, record, property, lost, kept };
}
