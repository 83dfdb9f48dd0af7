import type { Side } from '../../settings.ts';
import { isForToken } from '../watching/trouble.ts';
import type { World } from '../world.ts';

/** How many places a story has in which something may strike. */
export interface Places {
  /** All requests, those for tokens among them: an engine may die at any. */
  readonly requests: number;
  /** By side, what a fault may fall on: requests, but for tokens, and writes among them. */
  readonly asked: Readonly<Record<Side, number>>;
  readonly written: Readonly<Record<Side, number>>;
}

/** The places so far. */
export function placesIn({ ledger, contracts }: Pick<World, 'ledger' | 'contracts'>): Places {
  const requests = ledger.entries.filter((entry) => entry.kind === 'request');
  const bySide = (fits: (request: (typeof requests)[number]) => boolean) => {
    const on = (side: Side): number =>
      requests.filter((each) => each.system === contracts[side].system && fits(each)).length;
    return { source: on('source'), target: on('target') };
  };
  return {
    requests: requests.length,
    asked: bySide((request) => !isForToken(request)),
    written: bySide(({ mutating }) => mutating),
  };
}

/** Whether something has struck: a fault, or death. */
export function hasStruck(
  { ledger }: Pick<World, 'ledger'>,
  reports: readonly { readonly died?: true }[],
): boolean {
  const faulty = ledger.entries.some(
    (entry) => entry.kind === 'request' && entry.fault !== undefined,
  );
  return faulty || reports.some(({ died }) => died === true);
}
