import type { Side } from '../../settings.ts';
import type { Bench } from './bench.ts';

/** Whether the settings let the engine write to this side. */
export function isShared({ settings }: Pick<Bench, 'settings'>, side: Side): boolean {
  return settings.share?.[side] !== false;
}

/** Whether edits of either side reach the other. */
export function isSharedBothWays(bench: Pick<Bench, 'settings'>): boolean {
  return isShared(bench, 'source') && isShared(bench, 'target');
}
