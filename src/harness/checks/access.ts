import type { RequestEntry } from '../../evidence/ledger.ts';
import { opposite } from '../../settings.ts';
import type { FaultRule } from '../fault-rule.ts';
import type { Stage } from '../stage/stage.ts';
import { isForToken } from '../watching/trouble.ts';
import type { Check } from './check.ts';
import { newLinkable } from './linkable.ts';
import { linkedPair } from './linked-pair.ts';
import { passLookBack } from './look-back.ts';
import { several } from './several.ts';
import { someChange } from './some-change.ts';

const sides = ['source', 'target'] as const;

/** Longer than the longest pause that is asked for here. */
const longPauseMs = 900_000;

/** Longer than five passes take. */
const fivePassesMs = 400_000;

/** In how many ways a system asks to be left alone, each for creates of one entity. */
const pauses: readonly ((entity: string) => FaultRule)[] = [
  (entity) => ({ code: 'F6', side: 'target', entity, write: 'create', nth: 2, retryAfter: 2 }),
  (entity) => ({ code: 'F6', side: 'target', entity, write: 'create', times: 4 }),
  (entity) => ({ code: 'F6', side: 'target', entity, write: 'create', retryAfter: 600 }),
];

const throttled: Check = {
  id: 'throttled',
  kind: 'every',
  title: ({ bench }) =>
    `When ${bench.system.target} asks to be left alone, for two seconds, for ten minutes or without a time, the engine does so, and each ${bench.section.target} arrives afterwards`,
  play: async (stage) => {
    for (const pause of pauses) {
      stage.fault(pause(stage.bench.entity.target));
      const early = await several(2, () => newLinkable(stage));
      // Made later than an engine looks back: what was turned away is not listed again as the newest.
      passLookBack(stage);
      const late = await newLinkable(stage);
      const before = stage.writesTo('target').length;
      await stage.cycle(5);
      expectKeptAway(stage, stage.writesTo('target').slice(before));
      stage.mend();
      stage.world.clock.advance(longPauseMs);
      await stage.rest();
      for (const id of [...early, late]) await stage.counterpart(id);
    }
  },
};

/** Whoever was asked to stay away for longer than the passes took was not written to again. */
function expectKeptAway(stage: Stage, writes: readonly RequestEntry[]): void {
  const asked = writes.findIndex(({ retryAfter = 0 }) => retryAfter * 1000 > fivePassesMs);
  if (asked === -1) return;
  const later = writes.length - asked - 1;
  stage.expect({
    holds: later === 0,
    message: `${stage.bench.system.target} was written to while it had asked to be left alone`,
    expected: '0 writes',
    found: `${later} writes`,
  });
}

/** At which of the requests of a pass tokens end, more than a pass over one edit has, and how. */
const ends = [
  { nth: 1, how: 'shorten' },
  { nth: 2, how: 'revoke' },
  { nth: 3, how: 'shorten' },
  { nth: 4, how: 'revoke' },
] as const;

/** How many tokens may be asked for while one ends: that one, once more where it is refused, and one of each system that has grown old. */
const tokens = 4;

const tokensEnd: Check = {
  id: 'tokens-end',
  kind: 'both-ways',
  title: ({ bench }) =>
    `Whenever a token of ${bench.system.source} or ${bench.system.target} ends in the midst of a pass, what was edited arrives all the same`,
  play: async (stage) => {
    const pair = await linkedPair(stage);
    for (const side of sides) {
      for (const end of ends) {
        const before = tokensAskedFor(stage);
        stage.fault({ code: 'F7', side, ...end, seconds: 0 });
        const holds = await someChange(stage, { pair, side: opposite(side) });
        await stage.cycle(2);
        await holds();
        stage.mend();
        const asked = tokensAskedFor(stage) - before;
        stage.expect({
          holds: asked <= tokens,
          message: 'tokens were asked for again and again, and one had ended',
          expected: `at most ${tokens}`,
          found: String(asked),
        });
      }
    }
    await stage.rest();
  },
};

function tokensAskedFor({ world }: Stage): number {
  return world.ledger.entries.filter((entry) => entry.kind === 'request' && isForToken(entry))
    .length;
}

/** Systems that turn the engine away for a while. */
export const accessChecks: readonly Check[] = [throttled, tokensEnd];
