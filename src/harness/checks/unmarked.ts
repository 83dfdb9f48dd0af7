import { isTraceable } from '../basis/traceable.ts';
import type { Check } from './check.ts';
import { expectReported } from './said.ts';

const heldBack: Check = {
  id: 'unmarked-create-is-held-back',
  kind: 'every',
  applies: ({ bench }) => !isTraceable(bench),
  title: ({ bench }) =>
    `Where nothing tells one new ${bench.section.target} from others, a create that was not answered is not sent again, and is reported`,
  play: async (stage) => {
    const { target: entity } = stage.bench.entity;
    for (const answer of ['reset', 504] as const) {
      stage.fault({ code: 'F2', side: 'target', entity, write: 'create', answer });
      const id = await stage.source.create();
      await stage.cycle();
      expectReported(stage, id);
      await stage.sweep();
      await stage.counterpart(id);
      expectReported(stage, id);
      // Whoever is told of it puts it right.
      await stage.source.remove(id);
    }
  },
};

/** What is left to ask of an engine that has no way to find again what it may have made. */
export const unmarkedChecks: readonly Check[] = [heldBack];
