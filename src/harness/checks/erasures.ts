import { Blocked } from '../broken-promise.ts';
import { census, expectCensus } from './census.ts';
import type { Check } from './check.ts';
import { linkedPair } from './linked-pair.ts';

const beforeCarried: Check = {
  id: 'erased-before-it-was-carried',
  kind: 'every',
  applies: ({ bench }) => !bench.offers.target.has('batches'),
  title: ({ bench }) =>
    `One ${bench.section.source} record that is erased while its ${bench.section.target} could not be made is told to nobody afterwards`,
  play: async (stage) => {
    const { target: entity } = stage.bench.entity;
    const before = await census(stage);
    stage.fault({ code: 'F3', side: 'target', entity, write: 'create', times: 1, answer: 503 });
    const erased = await stage.source.create();
    await stage.cycle();
    if ((await census(stage)).target > before.target)
      throw new Blocked('It was made although the system failed');
    await stage.source.remove(erased);
    const other = await stage.source.create();
    await stage.sweep();
    await stage.rest();
    await stage.counterpart(other);
    await expectCensus(stage, { source: before.source + 1, target: before.target + 1 });
  },
};

const erasedOnBothSides: Check = {
  id: 'erased-on-both-sides',
  kind: 'every',
  title: ({ bench }) =>
    `One ${bench.section.source} record and its ${bench.section.target} that were erased on both sides do not come back, neither from an older memory of the engine`,
  play: async (stage) => {
    const before = await census(stage);
    const { sourceId } = await linkedPair(stage);
    await stage.memory('keep');
    await stage.removeCounterpart(sourceId);
    await stage.source.remove(sourceId);
    await stage.cycle();
    await stage.memory('restore');
    await stage.sweep();
    await stage.rest();
    await expectCensus(stage, before);
  },
};

/** People who were erased on request, and must not come back from a queue, a memory or the other side. */
export const erasureChecks: readonly Check[] = [beforeCarried, erasedOnBothSides];
