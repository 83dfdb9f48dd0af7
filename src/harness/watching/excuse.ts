import { type Bench, recordName } from '../basis/bench.ts';
import { lacksSomething } from './obstacle.ts';
import type { Scene } from './scene.ts';
import { isCalm } from './telling.ts';

/**
 * Whether a record may still lack its counterpart because the engine reports it. A report excuses
 * while something stands in the way: a record on which it waits and that is not there, or a request
 * that went wrong since it was made and less than a whole listing ago. Who only reports, and never
 * tries, is not excused.
 */
export function isExcused(scene: Scene, bench: Bench, sourceId: string): boolean {
  if (!scene.reportedNow('source', sourceId)) return false;
  if (lacksSomething(scene, bench, sourceId)) return true;
  const made = scene.history.changes(recordName(bench, 'source', sourceId))[0]?.seq ?? 0;
  const since = scene.told.filter(({ upTo }) => upTo >= made);
  if (since.length <= scene.settings.quietCycles) return true;
  const calm = since.length - 1 - since.findLastIndex((telling) => !isCalm(telling));
  return calm < since.length && calm <= scene.settings.sweepEvery;
}
