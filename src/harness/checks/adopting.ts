import type { Check } from './check.ts';
import { creationChecks } from './creation.ts';
import { first } from './first.ts';
import { newMatch, tellingRows } from './linkable.ts';
import { several } from './several.ts';

/** How many records both systems hold already when the first pass comes. */
const standing = 5;

const firstSync: Check = {
  id: 'first-sync-adopts',
  kind: 'adopt-or-create',
  applies: ({ bench }) => tellingRows(bench).length > 0,
  title: ({ bench }) =>
    `Records that both systems hold already are adopted in the first pass, and only those without a match get a new ${bench.section.target}`,
  play: async (stage) => {
    const row = first(tellingRows(stage.bench));
    const matches = await several(standing, () => newMatch(stage, row));
    const alone = await stage.source.create();
    await stage.rest();
    for (const { sourceId } of matches) await stage.counterpart(sourceId);
    await stage.counterpart(alone);
    const creates = stage.writesTo('target').filter(({ method }) => method === 'POST');
    stage.expect({
      holds: creates.length === 1,
      message: 'not exactly the one record without a match was made',
      expected: '1',
      found: String(creates.length),
    });
  },
};

/** What an `adopt-or-create` promise is held to: adopting, and what `every` is held to in making counterparts. */
export const adoptingChecks: readonly Check[] = [
  firstSync,
  ...creationChecks.map((check): Check => ({ ...check, kind: 'adopt-or-create' })),
];
