import { opposite, type Side } from '../../settings.ts';
import type { Check } from './check.ts';
import { at, linkedPairs } from './linked-pair.ts';
import { someChange } from './some-change.ts';

const hidden = (side: Side): Check => ({
  id: `hidden-${side}`,
  kind: 'both-ways',
  applies: ({ bench }) => bench.rows.length > 0,
  title: ({ bench }) =>
    `When all ${bench.section[side]} disappear at once nothing is taken for deleted and the engine says so; once they are back edits arrive`,
  play: async (stage) => {
    const { records } = stage.world.settings.shrinkage;
    const pairs = await linkedPairs(stage, records + 2);
    const ids = pairs.map((pair) => at(stage, pair, side).id);
    const from = stage.reports.length;
    stage.fault({ code: 'F8', side, entity: stage.bench.entity[side], ids, answer: 404 });
    await stage.sweep();
    stage.expect({
      holds: stage.reports.slice(from).some(({ problems }) => problems.length > 0),
      message: `the engine does not say that ${stage.bench.section[side]} have disappeared`,
    });
    stage.mend();
    const expected: (() => Promise<unknown>)[] = [];
    for (const pair of pairs) {
      expected.push(await someChange(stage, { pair, side: opposite(side) }));
    }
    await stage.sweep();
    await stage.rest();
    for (const holds of expected) await holds();
  },
});

/** A side that suddenly shows nothing: a right was taken away, or the wrong company was opened. */
export const shrinkageChecks: readonly Check[] = [hidden('source'), hidden('target')];
