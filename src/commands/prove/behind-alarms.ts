import { ownExpectations } from '../../harness/invariants/judge.ts';
import type { EngineProof, Ring } from '../../report/proof/proof.ts';
import { alarmsOf } from '../../report/proof/standing.ts';
import type { Played } from './campaign.ts';

/**
 * What rings for a fault once whatever rang for it is switched off: the first alarm ends a scene,
 * and so hides the second. Goes on until there are two alarms, or nothing more rings.
 */
export async function behindAlarms(
  engine: EngineProof,
  play: (lawsOff: readonly string[]) => Promise<Played>,
): Promise<Played> {
  const rings: Ring[] = [];
  const off = new Set(engine.rings.flatMap(heardIn));
  let scenes = 0;
  for (let known = 0; known < off.size; ) {
    known = off.size;
    const played = await play([...off]);
    scenes += played.scenes;
    rings.push(...played.rings);
    if (played.stopped) return { scenes, rings, stopped: true };
    if (alarmsOf({ ...engine, behind: rings }).length > 1) break;
    for (const law of played.rings.flatMap(heardIn)) off.add(law);
  }
  return { scenes, rings };
}

/** What must be silent for the next alarm to be heard. */
function heardIn({ verdict, law, check }: Ring): readonly string[] {
  if (verdict !== 'failed') return [];
  return [law === check ? ownExpectations : law];
}
