import type { Check } from './check.ts';
import { newLinkable } from './linkable.ts';
import { linkedPairs } from './linked-pair.ts';
import { problemsSince } from './said.ts';
import { someChange } from './some-change.ts';

const otherCompany: Check = {
  id: 'other-company',
  kind: 'both-ways',
  // No API here says which company it is: what the engine marked is all that it can know again.
  applies: ({ bench: { settings, mergeOn } }) =>
    mergeOn.length === 0 && settings.provide?.[settings.marker ?? '']?.kind === 'marker',
  title: ({ bench }) =>
    `When the credentials open another company, whose ${bench.section.target} bear the same ids, nothing is written there or carried from there, the engine says so, and goes on once it is back`,
  play: async (stage) => {
    const [pair] = await linkedPairs(stage, 3);
    await stage.company('leave');
    const before = stage.reports.length;
    const meanwhile = await newLinkable(stage);
    await stage.cycle(2);
    stage.expect({
      holds: stage.world.company?.writes() === 0,
      message: 'the engine wrote into another company',
      expected: '0 writes',
      found: `${stage.world.company?.writes()} writes`,
    });
    stage.expect({
      holds: problemsSince(stage, before).length > 0,
      message: 'the engine does not say that it is in another company',
    });
    await stage.company('comeBack');
    await stage.rest();
    await stage.counterpart(meanwhile);
    const holds = await someChange(stage, { pair, side: 'target' });
    await stage.rest();
    await holds();
  },
};

/** Credentials that lead somewhere else. */
export const companyChecks: readonly Check[] = [otherCompany];
