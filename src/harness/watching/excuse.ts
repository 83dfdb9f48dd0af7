import { type Bench, recordName } from '../basis/bench.ts';
import type { Scene } from './scene.ts';
import { isCalm } from './telling.ts';

/**
 * Whether a record may still lack its counterpart because the engine reports it. A report excuses
 * while something stands in the way: another record on which it waits, or a request that went
 * wrong since it was made and less than a whole listing ago. Who only reports, and never tries, is
 * not excused.
 */
export function isExcused(scene: Scene, bench: Bench, sourceId: string): boolean {
  if (!scene.reportedNow('source', sourceId)) return false;
  if (waitsOnOthers(bench)) return true;
  const made = scene.history.changes(recordName(bench, 'source', sourceId))[0]?.seq ?? 0;
  const since = scene.told.filter(({ upTo }) => upTo >= made);
  if (since.length <= scene.settings.quietCycles) return true;
  const calm = since.length - 1 - since.findLastIndex((telling) => !isCalm(telling));
  return calm < since.length && calm <= scene.settings.sweepEvery;
}

function waitsOnOthers({ settings: { provide = {}, parent } }: Bench): boolean {
  const kinds = Object.values(provide).map(({ kind }) => kind);
  return parent !== undefined || kinds.includes('linked') || kinds.includes('referred');
}
