import { opposite, type Side } from '../../settings.ts';
import type { Check } from './check.ts';
import { newLinkable } from './linkable.ts';
import { linkedPair } from './linked-pair.ts';
import { someChange } from './some-change.ts';

/** How many reads in a row fail: the list, and look-ups of single records after it. */
const failingReads = 4;

const unreadable = (side: Side): Check => ({
  id: `unreadable-${side}`,
  kind: 'both-ways',
  title: ({ bench }) =>
    `While ${bench.section[side]} cannot be read nothing is taken for deleted, the engine says so, and all arrives afterwards`,
  play: async (stage) => {
    const pair = await linkedPair(stage);
    const { [side]: entity } = stage.bench.entity;
    stage.fault({ code: 'F3', side, entity, method: 'GET', times: failingReads, answer: 503 });
    await stage.cycle();
    stage.expect({
      holds: (stage.reports.at(-1)?.problems.length ?? 0) > 0,
      message: `the engine does not say that it could not read ${stage.bench.section[side]}`,
    });
    const holds = await someChange(stage, { pair, side: opposite(side) });
    const made = await newLinkable(stage);
    await stage.cycle(failingReads);
    await stage.rest();
    await stage.counterpart(made);
    await holds();
    const holdsNext = await someChange(stage, { pair, side });
    await stage.rest();
    await holdsNext();
  },
});

/** Systems that cannot be read for a while. */
export const outageChecks: readonly Check[] = [unreadable('source'), unreadable('target')];
