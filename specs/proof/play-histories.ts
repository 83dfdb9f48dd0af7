import type { Job, JobResult } from '../../src/commands/prove/players.ts';
import { numberOf } from '../../src/report/proof/standing.ts';
import type { EngineUnderTest } from '../../src/sync/engine-under-test.ts';
import { simulate } from '../simulation/simulate.ts';
import type { DocumentUnderTest } from '../subject.ts';
import { smallHistories } from './small-scope.ts';

interface Playing {
  readonly document: DocumentUnderTest;
  readonly engine: EngineUnderTest;
  readonly seed: number;
  /** Ends with the first history in which one of these laws rings; plays all where left out. */
  readonly until?: Job['until'];
}

/** Plays an engine in every short history, until one of the laws that are looked for rings. */
export async function playSmallScope(of: Playing): Promise<JobResult> {
  const { document, engine, seed, until } = of;
  const rings: JobResult['rings'][number][] = [];
  let scenes = 0;
  for (const { name, steps } of smallHistories()) {
    scenes += 1;
    const { violation } = await simulate({ ...document, engine }, { seed, steps });
    if (violation === undefined) continue;
    const { law, message: reason } = violation;
    const at = { requirement: 'histories', check: name };
    const ring = { ...at, verdict: 'failed', law, others: [], reason } as const;
    if (until === undefined) rings.push(ring);
    else if (until.includes(numberOf(law))) return { scenes, rings: [ring] };
  }
  return { scenes, rings };
}
