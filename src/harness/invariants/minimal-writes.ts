import type { ChangeEntry, RequestEntry } from '../../evidence/ledger.ts';
import { requestInWords } from '../watching/request-in-words.ts';
import { isStored, type Scene } from '../watching/scene.ts';
import type { Invariant } from './invariant.ts';

/**
 * A write changes something: what already agrees is not written. Three are excused, because
 * nothing that could be asked would tell: one that is sent again after its answer was lost, where
 * the first is hidden; one that does what somebody else has just done, unseen behind a lagging
 * read; and one that was spurned for its token when another engine took over.
 */
export const minimalWrites: Invariant = {
  law: 'I3 minimal writes',
  judge: async (scene) => {
    const { fresh } = scene;
    const changing = new Set(fresh.changes.map(({ request }) => request));
    const excuses = [hiddenRepeat(scene), doneUnseen(scene), overtaken(scene)];
    return fresh.requests
      .filter((request) => isStored(request) && !changing.has(request.seq))
      .filter((request) => !excuses.some((excused) => excused(request)))
      .map((request) => ({
        law: minimalWrites.law,
        message: `${requestInWords(request)}, wrote what was there already`,
        found: request.request,
      }));
  },
};

type Excuse = (request: RequestEntry) => boolean;

/**
 * Whether its first sending is hidden: by a lagging read, by a stamp that goes back, by a row that
 * becomes visible late, or because the system stores values otherwise than they are sent.
 */
function hiddenRepeat({ fresh, unanswered }: Scene): Excuse {
  const hiding = new Set(
    fresh.requests
      .filter(({ fault }) => /\bF(1|11|12|15):/.test(fault ?? ''))
      .map(({ system }) => system),
  );
  return (request) => hiding.has(request.system) && unanswered.isRepeated(request);
}

/** Whether somebody else put the value there, and what was read of that system last showed an older state. */
function doneUnseen({ fresh }: Scene): Excuse {
  return (request) => {
    const earlier = <T extends { readonly system: string; readonly seq: number }>(
      all: readonly T[],
    ) => all.filter(({ system, seq }) => system === request.system && seq < request.seq);
    const read = earlier(fresh.requests).findLast(({ method }) => method === 'GET');
    return (
      /\bF1:/.test(read?.fault ?? '') &&
      earlier(fresh.changes).some((change) => change.author !== 'engine' && says(request, change))
    );
  };
}

/** Whether a write and a change put the same value into a property. */
function says({ request }: RequestEntry, { fields }: ChangeEntry): boolean {
  return Object.entries(fields).some(([property, { after }]) =>
    request.includes(`${JSON.stringify(property)}:${JSON.stringify(after)}`),
  );
}

/** Whether the very same was refused for its token, and another engine was started before it went out again. */
function overtaken({ fresh, starts }: Scene): Excuse {
  const spurned = fresh.requests.filter(({ mutating, status }) => mutating && status === 401);
  return (request) =>
    spurned.some(
      (first) =>
        first.system === request.system &&
        first.method === request.method &&
        first.url === request.url &&
        first.request === request.request &&
        starts.some((start) => first.seq <= start && start < request.seq),
    );
}
