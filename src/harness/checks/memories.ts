import type { Side } from '../../settings.ts';
import { isTraceable } from '../basis/traceable.ts';
import type { Check } from './check.ts';
import { propertyName, rowOf } from './edits.ts';
import { newLinkable } from './linkable.ts';
import { at, editAnew, expectArrived, linkedPair, linkedPairs } from './linked-pair.ts';
import { expectQuiet } from './quiet.ts';
import { problemsSince } from './said.ts';
import { someChange } from './some-change.ts';

const restored: Check = {
  id: 'memory-restored',
  kind: 'every',
  applies: ({ bench }) => isTraceable(bench),
  title: ({ bench }) =>
    `An engine whose memory is replaced by an older backup makes no second ${bench.section.target}, and loses no edit from the time between`,
  play: async (stage) => {
    const [edited, lost] = await linkedPairs(stage, 2);
    await stage.memory('keep');
    const later = await newLinkable(stage);
    const holds = await someChange(stage, { pair: edited, side: 'source' });
    await stage.rest();
    await stage.source.remove(lost.sourceId);
    const counterpart = await stage.counterpart(later);
    await stage.memory('restore');
    await stage.rest();
    await stage.sweep();
    await stage.counterpart(later);
    await holds();
    const pair = { sourceId: later, targetId: counterpart };
    const holdsLater = await someChange(stage, { pair, side: 'source' });
    await stage.rest();
    await holdsLater();
  },
};

const damaged: Check = {
  id: 'memory-damaged',
  kind: 'every',
  title: ({ bench }) =>
    `An engine that cannot read its memory writes nothing and says so; once it can, each ${bench.section.target} is there once`,
  play: async (stage) => {
    const [pair] = await linkedPairs(stage, 2);
    await stage.memory('damage');
    const meanwhile = await newLinkable(stage);
    const before = stage.reports.length;
    await expectQuiet(stage, () => stage.cycle(2));
    stage.expect({
      holds: problemsSince(stage, before).length > 0,
      message: 'the engine says nothing of its memory, which it cannot read',
    });
    await stage.memory('mend');
    await stage.rest();
    await stage.counterpart(meanwhile);
    await stage.counterpart(pair.sourceId);
  },
};

/** A minute into the world's time: before whatever is edited here. */
const earlier = Date.UTC(2026, 0, 5, 8, 0, 30);

const systemRestored = (side: Side): Check => ({
  id: `restored-${side}`,
  kind: 'property',
  applies: ({ bench }) => bench.stamped[side],
  title: (s) =>
    `When ${s.bench.system[side]} is taken back to an older ${propertyName(s, side)}, with the modification time of then, both sides say the same again`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    const { actor, id } = at(stage, pair, side);
    const before = await actor.value(id, row[side]);
    await editAnew(stage, { pair, row, from: side });
    await stage.rest();
    const fixed = new Date(earlier).toISOString();
    stage.fault({ code: 'F11', side, fixed });
    await actor.edit(id, { [row[side]]: before });
    stage.mend();
    await stage.sweep();
    await expectArrived(stage, { pair, row, from: side, value: before });
    await stage.rest();
  },
});

/** What may happen to an engine's memory, and to a system's, while nobody looks. */
export const memoryChecks: readonly Check[] = [
  restored,
  damaged,
  systemRestored('source'),
  systemRestored('target'),
];
