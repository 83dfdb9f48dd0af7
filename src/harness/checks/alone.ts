import { inWords, recordName } from '../bench.ts';
import type { Stage } from '../stage.ts';

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
