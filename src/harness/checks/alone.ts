import { inWords, recordName } from '../basis/bench.ts';
import type { Stage } from '../stage/stage.ts';

/** Nothing was made or found for this source record. */
export async function expectAlone(stage: Stage, sourceId: string): Promise<void> {
  const { bench } = stage;
  stage.expect({
    holds: !stage.isPaired(sourceId),
    message: `${inWords(recordName(bench, 'source', sourceId))} was given a record of ${bench.section.target}, which it is not promised`,
  });
}
