import { expectAlone } from './alone.ts';
import type { Check } from './check.ts';
import { referrer, referTo } from './linkable.ts';

const madeOnceReferredTo: Check = {
  id: 'made-once-referred-to',
  kind: 'created-by-relation',
  title: ({ bench }) =>
    `One ${bench.section.source} record gets its ${bench.section.target} once a linked record refers to it, and not before`,
  play: async (stage) => {
    const [waiting, lonely] = [await stage.source.create(), await stage.source.create()];
    await stage.rest();
    await expectAlone(stage, waiting);
    await referTo(stage, waiting);
    await stage.rest();
    await stage.counterpart(waiting);
    await expectAlone(stage, lonely);
    await referTo(stage, waiting);
    await stage.sweep();
    await stage.rest();
    await stage.counterpart(waiting);
  },
};

const referredToLater: Check = {
  id: 'referred-to-by-an-edit',
  kind: 'created-by-relation',
  title: ({ bench }) =>
    `One ${bench.section.source} record gets its ${bench.section.target} also when a record that was linked long ago begins to refer to it`,
  play: async (stage) => {
    const by = referrer(stage);
    const colleague = stage.colleague(by.section);
    const referring = await colleague.create();
    const id = await stage.source.create();
    await stage.rest();
    await expectAlone(stage, id);
    await colleague.edit(referring, { [by.property]: id });
    await stage.sweep();
    await stage.rest();
    await stage.counterpart(id);
  },
};

/** What a `created-by-relation` promise is held to, where the settings say which records refer. */
export const relatedChecks: readonly Check[] = [madeOnceReferredTo, referredToLater];
