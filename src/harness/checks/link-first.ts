import { expectAlone } from './alone.ts';
import type { Check } from './check.ts';

const nothingMadeAlone: Check = {
  id: 'nothing-made-alone',
  kind: 'link-first',
  applies: ({ bench }) => bench.makes.kind !== 'always',
  title: ({ bench }) =>
    `${bench.section.source} to which nothing links get no ${bench.section.target}, however often they are edited`,
  play: async (stage) => {
    const id = await stage.source.create();
    await stage.rest();
    await expectAlone(stage, id);
    await stage.source.edit(id, stage.world.newRecord.source(stage.bench.entity.source));
    await stage.sweep();
    await stage.rest();
    await expectAlone(stage, id);
  },
};

/** What a `link-first` promise is held to. */
export const linkFirstChecks: readonly Check[] = [nothingMadeAlone];
