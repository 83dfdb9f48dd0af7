import type { RequestEntry } from '../../evidence/ledger.ts';
import { isStored } from '../watching/scene.ts';
import type { Invariant } from './invariant.ts';

/** After the last edit the writing stops: nothing is sent to and fro, nothing is touched for its own sake. */
export const quiescence: Invariant = {
  law: 'I3 quiescence',
  judge: async ({ stirrings }) =>
    stirrings.map((request) => ({
      law: quiescence.law,
      message: `${inWords(request)} was sent although nobody had edited anything since the engine came to rest`,
      found: request.request,
    })),
};

/**
 * A write changes something: what already agrees is not written. One whose answer was lost may be
 * sent again where a lagging read, a stamp that goes back, or a system that stores values otherwise
 * than they are sent hides that it was done: nothing that could be asked would tell.
 */
export const minimalWrites: Invariant = {
  law: 'I3 minimal writes',
  judge: async ({ fresh, unanswered }) => {
    const changing = new Set(fresh.changes.map(({ request }) => request));
    const hiding = new Set(fresh.requests.filter(hides).map(({ system }) => system));
    const excused = (request: RequestEntry): boolean =>
      hiding.has(request.system) && unanswered.isRepeated(request);
    return fresh.requests
      .filter((request) => isStored(request) && !changing.has(request.seq) && !excused(request))
      .map((request) => ({
        law: minimalWrites.law,
        message: `${inWords(request)} wrote what was there already`,
        found: request.request,
      }));
  },
};

/** Replica lag, bent stamps, rows that become visible late, values rewritten when they are stored. */
function hides({ fault }: RequestEntry): boolean {
  return /\bF(1|11|12|15):/.test(fault ?? '');
}

function inWords({ seq, method, url, system }: RequestEntry): string {
  return `request ${seq}, ${method} ${url} to ${system},`;
}
