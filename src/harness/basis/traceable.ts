import type { Bench } from './bench.ts';

/**
 * Whether the settings say by what a counterpart is found again of which nobody knows whether it
 * was made. Where they do not, an engine can only hold the record back and say so.
 */
export function isTraceable({ settings }: Pick<Bench, 'settings'>): boolean {
  return settings.marker !== undefined;
}
