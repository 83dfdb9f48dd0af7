import type { Bench } from '../basis/bench.ts';
import type { Stage } from '../stage/stage.ts';
import { expectAlone } from './alone.ts';
import type { Check, Subject } from './check.ts';
import { drawn } from './linkable.ts';
import { expectCarried } from './linked-pair.ts';
import { several } from './several.ts';

type Holds = Extract<Bench['makes'], { kind: 'while' }>['holds'];

function conditionOf({ bench: { makes } }: Pick<Subject, 'bench'>): Holds {
  return makes.kind === 'while' ? makes.holds : () => true;
}

const madeWhileItHolds: Check = {
  id: 'made-while-the-condition-holds',
  kind: 'conditional',
  title: ({ bench }) =>
    `${bench.section.source} for which the condition holds get one ${bench.section.target} each, and no others get one`,
  play: async (stage, subject) => {
    const holds = conditionOf(subject);
    const without = await stage.source.create(drawn(stage, (record) => !holds(record)));
    const ids = await several(3, () => stage.source.create(drawn(stage, holds)));
    await stage.rest();
    for (const id of ids) await stage.counterpart(id);
    await expectAlone(stage, without);
  },
};

const startsToHold: Check = {
  id: 'condition-starts-to-hold',
  kind: 'conditional',
  title: ({ bench }) =>
    `When the condition begins to hold for ${bench.section.source}, the ${bench.section.target} is made then`,
  play: async (stage, subject) => {
    const holds = conditionOf(subject);
    const id = await stage.source.create(drawn(stage, (record) => !holds(record)));
    await stage.rest();
    await stage.source.edit(id, drawn(stage, holds));
    await stage.rest();
    await stage.counterpart(id);
  },
};

const linkOutlivesIt: Check = {
  id: 'link-outlives-the-condition',
  kind: 'conditional',
  applies: ({ bench }) => bench.rows.length > 0,
  title: () =>
    'When the condition stops to hold the link stays: edits of either side still reach the other',
  play: async (stage, subject) => {
    const holds = conditionOf(subject);
    const sourceId = await stage.source.create(drawn(stage, holds));
    await stage.rest();
    const pair = { sourceId, targetId: await stage.counterpart(sourceId) };
    await stage.source.edit(
      sourceId,
      drawn(stage, (record) => !holds(record)),
    );
    await stage.rest();
    for (const row of stage.bench.rows.filter((each) => isFreeText(stage, each))) {
      for (const from of ['source', 'target'] as const) {
        const edited = { pair, row, from };
        await expectCarried(stage, edited);
      }
    }
  },
};

/** A text that can be edited without the condition's holding again by chance, which would hide a lost link. */
function isFreeText({ bench }: Stage, row: Bench['rows'][number]): boolean {
  return bench.property('source', row.source)?.type === 'string';
}

/** What a `conditional` promise is held to, where the settings say what its condition means. */
export const conditionalChecks: readonly Check[] = [madeWhileItHolds, startsToHold, linkOutlivesIt];
