import { Blocked } from '../broken-promise.ts';
import { expectAlone } from './alone.ts';
import type { Check } from './check.ts';

const oldStaysAlone: Check = {
  id: 'untouched-since-stays-alone',
  kind: 'every',
  begins: 'before-the-limit',
  applies: ({ bench }) => bench.settings.limitedSince !== undefined && bench.stamped.source,
  title: ({ bench }) =>
    `Of the ${bench.section.source} that nobody has touched since the limit none gets its ${bench.section.target}; once somebody edits one it does`,
  play: async (stage) => {
    const { clock } = stage.world;
    const since = stage.bench.settings.limitedSince ?? 0;
    if (clock.now() >= since)
      throw new Blocked('No record can be made here that is older than the limit');
    const old = await stage.source.create();
    const touched = await stage.source.create();
    clock.advance(Math.max(0, since - clock.now()));
    const young = await stage.source.create();
    await stage.rest();
    await stage.counterpart(young);
    await expectAlone(stage, old);
    await expectAlone(stage, touched);
    await stage.source.edit(touched, stage.world.newRecord.source(stage.bench.entity.source));
    await stage.sweep();
    await stage.rest();
    await stage.counterpart(touched);
    await expectAlone(stage, old);
  },
};

/** What `every` means in limited mode. */
export const limitChecks: readonly Check[] = [oldStaysAlone];
