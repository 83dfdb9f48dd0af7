import type { Side } from '../../settings.ts';
import type { Bench } from '../basis/bench.ts';
import type { RecordName } from '../basis/record-name.ts';
import type { EngineReport, ReportedRecord } from '../system-under-test.ts';
import { idOn, type Pair } from './pairing.ts';
import { calmPasses, type Telling } from './telling.ts';

type Problem = EngineReport['problems'][number];

/** A record of one side. */
export interface SidedRecord extends Pick<RecordName, 'entity' | 'id'> {
  readonly side: Side;
}

/** Both records of a pair, as a report may name them. */
export function recordsOf({ entity }: Bench, pair: Pair): readonly SidedRecord[] {
  return (['source', 'target'] as const).map((side) => ({
    side,
    entity: entity[side],
    id: idOn(side, pair),
  }));
}

/** Whether a report means this record; one that names no entity means all with this id. */
export function isMeant(reported: ReportedRecord | undefined, record: SidedRecord): boolean {
  if (reported === undefined) return false;
  const { side, entity, id } = reported;
  return side === record.side && id === record.id && (entity ?? record.entity) === record.entity;
}

/** What the engine said in one pass of any of these records. */
export function problemOf(
  { report }: Pick<Telling, 'report'>,
  records: readonly SidedRecord[],
): Problem | undefined {
  return report.problems.find(({ record }) => records.some((each) => isMeant(record, each)));
}

/** What the engine says of records that are still open, for people: nothing, or what, for how long, and with how little reason. */
export function reportInWords(told: readonly Telling[], records: readonly SidedRecord[]): string {
  const now = told.at(-1);
  const problem = now === undefined ? undefined : problemOf(now, records);
  if (problem === undefined) return 'the engine reports nothing';
  const reported =
    told.length - 1 - told.findLastIndex((telling) => problemOf(telling, records) === undefined);
  return `the engine has only reported it, for ${passes(reported)} now ("${problem.kind}": ${problem.reason}): nothing that is known stands in the way, and nothing failed in the last ${passes(calmPasses(told))}, so that it was not tried`;
}

function passes(count: number): string {
  return count === 1 ? '1 pass' : `${count} passes`;
}
