import type { PropertyRow } from '../../dataflow/dataflow.ts';
import type { Side } from '../../settings.ts';
import { empty } from '../basis/oracle.ts';
import type { Check, Subject } from './check.ts';
import { linkedPair, rowValues } from './linked-pair.ts';

/** A row whose property stands by itself in the records of a list. */
function plainRow({ bench }: Subject, side: Side): PropertyRow | undefined {
  return bench.rows.find((row) => !row[side].includes('.') && bench.property(side, row[side]));
}

const leftOut = (side: Side): Check => ({
  id: `left-out-of-lists-of-${side}`,
  kind: 'both-ways',
  applies: (subject) => plainRow(subject, side) !== undefined,
  title: ({ bench }) =>
    `A property that lists of ${bench.section[side]} leave out is not taken for cleared`,
  play: async (stage, subject) => {
    const pair = await linkedPair(stage);
    const row = plainRow(subject, side);
    if (row === undefined) return;
    const before = await rowValues(stage, pair, row);
    const entity = stage.bench.entity[side];
    stage.fault({ code: 'F16', side, entity, read: 'list', how: 'drop', property: row[side] });
    const written = stage.writesTo('source').length + stage.writesTo('target').length;
    await stage.sweep();
    stage.mend();
    await stage.rest();
    const after = await rowValues(stage, pair, row);
    stage.expect({
      holds: !empty(before[side]) && JSON.stringify(after) === JSON.stringify(before),
      message: `${row[side]} was left out of a list, and values moved`,
      expected: JSON.stringify(before),
      found: JSON.stringify(after),
    });
    stage.expect({
      holds: stage.writesTo('source').length + stage.writesTo('target').length === written,
      message: 'the engine wrote although nobody had edited anything',
    });
  },
});

/** Lists that show less of a record than there is. */
export const projectionChecks: readonly Check[] = [leftOut('source'), leftOut('target')];
