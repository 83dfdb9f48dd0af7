import { inWords, recordName } from '../basis/bench.ts';
import type { Stage } from '../stage/stage.ts';

/** Nothing was made or found for this source record. */
export async function expectAlone(stage: Stage, sourceId: string): Promise<void> {
  const { bench } = stage;
  stage.expect({
    holds: !stage.isPaired(sourceId),
    message: `${inWords(recordName(bench, 'source', sourceId))} was given a ${bench.section.target}, which it is not promised`,
  });
}

/** The engine's last word names this source record among what has not arrived. */
export function expectReported(stage: Stage, sourceId: string): void {
  const problems = stage.reports.at(-1)?.problems ?? [];
  stage.expect({
    holds: problems.some(({ record }) => record?.side === 'source' && record.id === sourceId),
    message: `the engine does not report ${inWords(recordName(stage.bench, 'source', sourceId))}`,
  });
}

/** What the engine has said since a number of reports, in all of them together. */
export function problemsSince(
  { reports }: Stage,
  since: number,
): Stage['reports'][number]['problems'] {
  return reports.slice(since).flatMap(({ problems }) => problems);
}

/** While this goes on the engine sends nothing that would write, not even what is refused. */
export async function expectQuiet(stage: Stage, during: () => Promise<void>): Promise<void> {
  const requests = (): number => stage.writesTo('source').length + stage.writesTo('target').length;
  const before = requests();
  await during();
  stage.expect({
    holds: requests() === before,
    message: 'the engine sent writes although there was nothing to carry',
    expected: '0 writes',
    found: `${requests() - before} writes`,
  });
}
