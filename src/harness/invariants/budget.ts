import type { Violation } from '../../checklist/violation.ts';
import type { RequestEntry } from '../../evidence/ledger.ts';
import type { Side } from '../../settings.ts';
import type { Bench } from '../basis/bench.ts';
import { requestInWords } from '../watching/request-in-words.ts';
import type { Scene } from '../watching/scene.ts';
import { isForToken } from '../watching/trouble.ts';
import type { Invariant } from './invariant.ts';

/** What a pass may cost: generous, so that only what grows without need is out of proportion. */
const allowance = {
  /** Requests for each thing to do: look it up, read it anew, write it, look again. */
  perThing: 4,
  /** Requests for each section when there is nothing to do: both lists, a token, a parent. */
  perSection: 6,
  /** Requests for each side that tells of changes or deletions by itself: what is new, and where to go on. */
  perOffer: 2,
  /** Records that one request for a list should bring, where there are many. */
  perPage: 10,
  /** How often one and the same request may be sent in a pass, whatever fails. */
  perRequest: 10,
} as const;

/**
 * What a pass costs is in proportion to what there is to do in it: changes of this pass and the
 * one before, what came to nothing, what is open, records that are still alone. A pass with a
 * fault in it may cost more, but asks for nothing again and again; one with a second engine is not
 * judged.
 */
export const budget: Invariant = {
  law: 'I13 budget',
  judge: async (scene) => {
    const [before, last] = scene.told.slice(-2);
    if (before === undefined || last === undefined) return [];
    if (scene.starts.some((start) => start >= before.upTo)) return [];
    if (last.struck) return repeated(scene);
    const sent = scene.fresh.requests.length;
    const allowed = allowedIn(scene);
    if (sent <= allowed) return [];
    return [
      {
        law: budget.law,
        message: `${sent} requests were sent in one pass, the last of them request ${scene.fresh.requests.at(-1)?.seq}, and there was little to do`,
        expected: `at most ${allowed}`,
        found: String(sent),
      },
    ];
  },
};

/** What was asked so often in one pass that nothing new could come of it. */
function repeated({ fresh }: Scene): readonly Violation[] {
  const times = new Map<string, readonly RequestEntry[]>();
  for (const request of fresh.requests.filter((each) => !isForToken(each))) {
    const what = `${request.system} ${request.method} ${request.url} ${request.request}`;
    times.set(what, [...(times.get(what) ?? []), request]);
  }
  return [...times.values()]
    .filter(({ length }) => length > allowance.perRequest)
    .map((same) => ({
      law: budget.law,
      message: `one and the same request was sent ${same.length} times in one pass, the last of them ${same.slice(-1).map(requestInWords).join()}`,
      expected: `at most ${allowance.perRequest}`,
      found: String(same.length),
    }));
}

function allowedIn({ told, fresh, benches, pairings, history }: Scene): number {
  const open = told.slice(-2).flatMap(({ report, trouble }) => [...report.problems, ...trouble]);
  const earlier = told.at(-2)?.changes ?? 0;
  let alone = 0;
  let records = 0;
  for (const { bench, pairs } of pairings) {
    for (const side of ['source', 'target'] as const) {
      const of = { system: bench.system[side], entity: bench.entity[side] };
      const all = history.created(of).length;
      records += all;
      alone += all - pairs.length;
    }
  }
  const things = fresh.changes.length + earlier + open.length + alone;
  return (
    allowance.perThing * things +
    allowance.perSection * benches.length +
    allowance.perOffer * benches.flatMap(tellingSides).length +
    Math.ceil(records / allowance.perPage)
  );
}

/** The sides of a section, once for each way in which they tell of what happens. */
function tellingSides({ offers }: Bench): readonly Side[] {
  return (['source', 'target'] as const).flatMap((side) =>
    (['notifications', 'tombstones'] as const)
      .filter((offer) => offers[side].has(offer))
      .map(() => side),
  );
}
