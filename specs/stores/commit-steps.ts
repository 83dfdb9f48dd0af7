import type { Store, StoreChange } from '../../src/sync/store/store.ts';
import { linkChanges, sampleIntent, sampleWatermark, section } from './samples.ts';

/** Links of one step: so many that a commit is more than one write to the disk. */
export const linksAStep = 20;

/** What one step commits; each removes a part of the one before, so that half a commit shows. */
export function stepChanges(step: number): readonly StoreChange[] {
  const numbers = Array.from({ length: linksAStep }, (_, n) => (step - 1) * linksAStep + n);
  return [
    { kind: 'intent-done', section, sourceId: `s${step - 1}` },
    ...linkChanges(numbers),
    { kind: 'intent', intent: sampleIntent(step) },
    { kind: 'watermark', watermark: { ...sampleWatermark, cyclesSinceSweep: step } },
  ];
}

/** The number of the last step that a store holds, 0 where it holds none. */
export async function lastStep(store: Store): Promise<number> {
  const { side, entity } = sampleWatermark;
  return (await store.watermark({ side, entity }))?.cyclesSinceSweep ?? 0;
}
