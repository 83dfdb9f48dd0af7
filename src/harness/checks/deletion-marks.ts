import type { Side } from '../../settings.ts';
import { census, expectCensus } from './census.ts';
import type { Check } from './check.ts';
import { at, expectLinked, linkedPair } from './linked-pair.ts';
import { expectBrokenLink } from './said.ts';

/** Longer than any system here remembers what was deleted. */
const longAfterMs = 3_600_000;

const forgotten = (side: Side): Check => ({
  id: `deletion-of-${side}-forgotten`,
  kind: 'every',
  applies: ({ bench }) => bench.offers[side].has('tombstones'),
  title: ({ bench }) =>
    `A deletion of ${bench.section[side]} from a time that the system no longer remembers is still noticed, and nothing is made again`,
  play: async (stage) => {
    const pair = await linkedPair(stage);
    const { actor, id } = at(stage, pair, side);
    if (stage.bench.offers[side].has('notifications')) {
      stage.fault({ code: 'F19', side, entity: stage.bench.entity[side], how: 'lost', ids: [id] });
    }
    await actor.remove(id);
    stage.world.clock.advance(longAfterMs);
    await stage.sweep();
    await stage.rest();
    expectBrokenLink(stage);
  },
});

const neverLinked = (side: Side): Check => ({
  id: `deletion-of-unlinked-${side}`,
  kind: 'every',
  applies: ({ bench }) => bench.offers[side].has('tombstones'),
  title: ({ bench }) =>
    `The mark of deletion of one ${bench.section[side]} record that never had a partner leads to nothing, and keeps nothing else from arriving`,
  play: async (stage) => {
    await linkedPair(stage);
    const before = await census(stage);
    await stage[side].remove(await stage[side].create());
    const pair = await linkedPair(stage);
    await expectCensus(stage, { source: before.source + 1, target: before.target + 1 });
    await expectLinked(stage, { pair, row: stage.bench.rows[0] });
  },
});

const rightAfterCreate: Check = {
  id: 'deleted-right-after-its-create',
  kind: 'every',
  title: ({ bench }) =>
    `One ${bench.section.target} record that a user deletes before the pass after its creation is not made again`,
  play: async (stage) => {
    const before = await census(stage);
    const sourceId = await stage.source.create();
    await stage.cycle();
    await stage.counterpart(sourceId);
    await stage.removeCounterpart(sourceId);
    await stage.sweep();
    await stage.rest();
    await expectCensus(stage, { ...before, source: before.source + 1 });
  },
};

const beforeMemoryLost: Check = {
  id: 'deleted-before-memory-was-lost',
  kind: 'every',
  title: ({ bench }) =>
    `One ${bench.section.source} record that a user deleted does not come back when the engine's memory starts from nothing`,
  play: async (stage) => {
    await stage.memory('keep');
    const before = await census(stage);
    const { sourceId } = await linkedPair(stage);
    await stage.source.remove(sourceId);
    await stage.sweep();
    await stage.memory('restore');
    await stage.sweep();
    await stage.rest();
    await expectCensus(stage, { ...before, target: before.target + 1 });
  },
};

/** Deletions that an engine may miss, or mistake for something that it has to make. */
export const deletionMarkChecks: readonly Check[] = [
  forgotten('source'),
  forgotten('target'),
  neverLinked('source'),
  neverLinked('target'),
  rightAfterCreate,
  beforeMemoryLost,
];
