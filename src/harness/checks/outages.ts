import { opposite, type Side } from '../../settings.ts';
import type { Check } from './check.ts';
import { newLinkable } from './linkable.ts';
import { editAnew, expectArrived, linkedPair } from './linked-pair.ts';

/** How many reads in a row fail: the list, and look-ups of single records after it. */
const failingReads = 4;

const unreadable = (side: Side): Check => ({
  id: `unreadable-${side}`,
  kind: 'both-ways',
  title: ({ bench }) =>
    `While ${bench.section[side]} cannot be read nothing is taken for deleted, the engine says so, and all arrives afterwards`,
  play: async (stage) => {
    const pair = await linkedPair(stage);
    const [row] = stage.bench.rows;
    const { [side]: entity } = stage.bench.entity;
    stage.fault({ code: 'F3', side, entity, method: 'GET', times: failingReads, answer: 503 });
    await stage.cycle();
    stage.expect({
      holds: (stage.reports.at(-1)?.problems.length ?? 0) > 0,
      message: `the engine does not say that it could not read ${stage.bench.section[side]}`,
    });
    const edited = row && { pair, row, from: opposite(side) };
    const value = edited && (await editAnew(stage, edited));
    const made = await newLinkable(stage);
    await stage.cycle(failingReads);
    await stage.rest();
    await stage.counterpart(made);
    if (edited === undefined || value === undefined) return;
    await expectArrived(stage, { ...edited, value });
    const next = await editAnew(stage, { ...edited, from: side });
    await stage.rest();
    await expectArrived(stage, { ...edited, from: side, value: next });
  },
});

/** Systems that cannot be read for a while. */
export const outageChecks: readonly Check[] = [unreadable('source'), unreadable('target')];
