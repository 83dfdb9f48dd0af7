import type { PropertyRow } from '../../dataflow/dataflow.ts';
import type { Side } from '../../settings.ts';
import { empty } from '../basis/oracle.ts';
import type { Check, Subject } from './check.ts';
import { first } from './first.ts';
import { at, linkedPair } from './linked-pair.ts';
import { expectQuiet } from './quiet.ts';

/** Rows whose property stands by itself in the records of a list. */
function plainRows({ bench }: Subject, side: Side): readonly PropertyRow[] {
  return bench.rows.filter((row) => !row[side].includes('.') && bench.property(side, row[side]));
}

const leftOut = (side: Side): Check => ({
  id: `left-out-of-lists-of-${side}`,
  kind: 'both-ways',
  applies: (subject) => plainRows(subject, side).length > 0,
  title: ({ bench }) =>
    `A property that lists of ${bench.section[side]} leave out is not taken for cleared`,
  play: async (stage, subject) => {
    const pair = await linkedPair(stage);
    const row = first(plainRows(subject, side));
    const { actor, id } = at(stage, pair, side);
    const held = await actor.value(id, row[side]);
    stage.expect({
      holds: !empty(held),
      message: `${row[side]} holds nothing that could be taken for cleared`,
      found: JSON.stringify(held),
    });
    const entity = stage.bench.entity[side];
    stage.fault({ code: 'F16', side, entity, read: 'list', how: 'drop', property: row[side] });
    await expectQuiet(stage, async () => {
      await stage.sweep();
      stage.mend();
      await stage.rest();
    });
  },
});

/** Lists that show less of a record than there is. */
export const projectionChecks: readonly Check[] = [leftOut('source'), leftOut('target')];
