import { Blocked } from '../broken-promise.ts';
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
    const count = async (): Promise<number> =>
      (await stage.world.parties.target.ids(entity)).length;
    const before = await count();
    stage.fault({ code: 'F3', side: 'target', entity, write: 'create', times: 1, answer: 503 });
    const erased = await stage.source.create();
    await stage.cycle();
    if ((await count()) > before) throw new Blocked('It was made although the system failed');
    await stage.source.remove(erased);
    const other = await stage.source.create();
    await stage.sweep();
    await stage.rest();
    await stage.counterpart(other);
    const made = (await count()) - before;
    stage.expect({
      holds: made === 1,
      message: `more ${stage.bench.section.target} were made than the one that was to be`,
      expected: '1',
      found: String(made),
    });
  },
};

const erasedOnBothSides: Check = {
  id: 'erased-on-both-sides',
  kind: 'every',
  title: ({ bench }) =>
    `One ${bench.section.source} record and its ${bench.section.target} that were erased on both sides do not come back, neither from an older memory of the engine`,
  play: async (stage) => {
    const { sourceId, targetId } = await linkedPair(stage);
    await stage.memory('keep');
    await stage.removeCounterpart(sourceId);
    await stage.source.remove(sourceId);
    await stage.cycle();
    await stage.memory('restore');
    await stage.sweep();
    await stage.rest();
    stage.expect({
      holds: !(await stage.source.exists(sourceId)) && !(await stage.target.exists(targetId)),
      message: 'a record that was erased is there again',
    });
  },
};

/** People who were erased on request, and must not come back from a queue, a memory or the other side. */
export const erasureChecks: readonly Check[] = [beforeCarried, erasedOnBothSides];
