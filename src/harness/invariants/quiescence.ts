import type { RequestEntry } from '../../evidence/ledger.ts';
import { isStored } from '../scene.ts';
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

/** A write changes something: what already agrees is not written. */
export const minimalWrites: Invariant = {
  law: 'I3 minimal writes',
  judge: async ({ fresh }) => {
    const changing = new Set(fresh.changes.map(({ request }) => request));
    return fresh.requests
      .filter((request) => isStored(request) && !changing.has(request.seq))
      .map((request) => ({
        law: minimalWrites.law,
        message: `${inWords(request)} wrote what was there already`,
        found: request.request,
      }));
  },
};

function inWords({ seq, method, url, system }: RequestEntry): string {
  return `request ${seq}, ${method} ${url} to ${system},`;
}
