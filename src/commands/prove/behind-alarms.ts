import type { EngineProof, Ring } from '../../report/proof/proof.ts';
import { alarmsOf, standingOf } from '../../report/proof/standing.ts';
import type { Played } from './played.ts';

/**
 * What rings for a fault once whatever rang for it in these scenes is switched off: the first alarm
 * ends a scene, and so hides the second. Goes on until the fault is caught twice, or nothing more
 * rings. What rang elsewhere stays on: it may be the second here.
 */
export async function behindAlarms(
  engine: EngineProof,
  play: (lawsOff: readonly string[]) => Promise<Played>,
): Promise<Played> {
  const rings: Ring[] = [];
  const off = new Set<string>();
  let scenes = 0;
  for (let known = -1; known < off.size; ) {
    known = off.size;
    const played = await play([...off]);
    scenes += played.scenes;
    rings.push(...played.rings);
    if (played.stopped) return { scenes, rings, stopped: true };
    if (isTwiceCaught({ ...engine, behind: rings })) break;
    for (const law of played.rings.flatMap(heardIn)) off.add(law);
  }
  return { scenes, rings };
}

/** Whether two alarms have rung for it, a law that its row names among them. */
export function isTwiceCaught(engine: EngineProof): boolean {
  return alarmsOf(engine).length > 1 && standingOf(engine) === 'by its law';
}

/** What must be silent for the next alarm to be heard: a law, or what a check itself expects. */
function heardIn({ verdict, law }: Ring): readonly string[] {
  return verdict === 'failed' ? [law] : [];
}
