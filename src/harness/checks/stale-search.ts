import { census, expectCensus } from './census.ts';
import type { Check } from './check.ts';
import { first } from './first.ts';
import { newMatch, tellingRows } from './linkable.ts';

/** How far the replicas are behind in this check: well within what settings declare. */
const lagShare = 0.4;

const matchMadeMeanwhile: Check = {
  id: 'match-made-meanwhile',
  kind: 'adopt-or-create',
  applies: ({ bench }) => tellingRows(bench).length > 0,
  title: ({ bench }) =>
    `One ${bench.section.target} record that somebody makes while its match is being read is found, although searches show it a moment late`,
  play: async (stage) => {
    const { bench, world } = stage;
    const row = first(tellingRows(bench));
    const before = await census(stage);
    await newMatch(stage, row);
    const match = {
      source: world.newRecord.source(bench.entity.source),
      target: world.newRecord.target(bench.entity.target),
    };
    const key = match.source[row.source] ?? null;
    const target = { side: 'target', entity: bench.entity.target } as const;
    stage.fault({
      ...{ code: 'F10', side: 'source', entity: bench.entity.source, read: 'list', times: 1 },
      acts: [{ do: 'create', entity: bench.entity.source, fields: match.source }],
    });
    stage.fault({ ...target, code: 'F1', ms: lagShare * world.settings.overlapMs });
    const made = { ...match.target, [row.target]: key };
    stage.fault({
      ...{ ...target, code: 'F10', read: 'search', times: 1 },
      acts: [{ do: 'create', entity: bench.entity.target, fields: made }],
    });
    await stage.cycle();
    stage.mend();
    await stage.rest();
    await expectCensus(stage, { source: before.source + 2, target: before.target + 2 });
  },
};

/** Matches that a look-up does not show yet. */
export const staleSearchChecks: readonly Check[] = [matchMadeMeanwhile];
