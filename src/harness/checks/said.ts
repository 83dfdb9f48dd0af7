import { inWords, recordName } from '../basis/bench.ts';
import type { Stage } from '../stage/stage.ts';
import type { Pair } from '../watching/pairing.ts';
import { isMeant, recordsOf } from '../watching/reported.ts';

type Problems = Stage['reports'][number]['problems'];

/** What the engine has said since a number of reports, in all of them together. */
export function problemsSince({ reports }: Stage, since: number): Problems {
  return reports.slice(since).flatMap(({ problems }) => problems);
}

/** Whether the engine has named one of the two, since a number of reports. */
export function isNamed(stage: Stage, pair: Pair, since = 0): boolean {
  const records = recordsOf(stage.bench, pair);
  return problemsSince(stage, since).some(({ record }) =>
    records.some((each) => isMeant(record, each)),
  );
}

/** Whether the engine's last word names this source record among what has not arrived. */
export function isReported({ reports, bench }: Stage, sourceId: string): boolean {
  const named = { side: 'source', entity: bench.entity.source, id: sourceId } as const;
  return (reports.at(-1)?.problems ?? []).some(({ record }) => isMeant(record, named));
}

/** The engine's last word names this source record among what has not arrived. */
export function expectReported(stage: Stage, sourceId: string): void {
  stage.expect({
    holds: isReported(stage, sourceId),
    message: `the engine does not report ${inWords(recordName(stage.bench, 'source', sourceId))}`,
  });
}

/** The engine has said, since a number of reports, that a link is broken. */
export function expectBrokenLink(stage: Stage, since = 0): void {
  stage.expect({
    holds: problemsSince(stage, since).some(({ kind }) => kind === 'broken'),
    message: 'the engine does not report that the link is broken',
  });
}
