import type { PropertyRow } from '../../dataflow/dataflow.ts';
import type { Stage } from '../stage/stage.ts';
import { bothSides } from './both-sides.ts';
import type { Check } from './check.ts';
import { propertyName, rowOf } from './edits.ts';
import { expectCarried, linkedPair, rowValues } from './linked-pair.ts';
import { isReported } from './said.ts';

/** The options that a property is known to have on either side. */
function options({ bench }: Stage, row: PropertyRow): readonly number[] {
  return (['source', 'target'] as const).flatMap(
    (side) => bench.property(side, row[side])?.values ?? [],
  );
}

const unknownOption: Check = {
  id: 'option-added-meanwhile',
  kind: 'property',
  applies: (s) => bothSides(s, ({ values }) => values !== undefined),
  title: (s) =>
    `An option that was added to ${propertyName(s, 'source')} and that ${propertyName(s, 'target')} does not have is reported; the target keeps its value, and nothing flows back`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    const before = await rowValues(stage, pair, row);
    const added = 1 + Math.max(...options(stage, row));
    await stage.source.edit(pair.sourceId, { [row.source]: added });
    await stage.rest();
    const after = await rowValues(stage, pair, row);
    stage.expect({
      holds: after.source === added && (after.target === before.target || after.target === added),
      message: `an option that ${row.target} does not have made values move that nobody had edited`,
      expected: JSON.stringify({ source: added, target: before.target }),
      found: JSON.stringify(after),
    });
    stage.expect({
      holds: after.target === added || isReported(stage, pair.sourceId),
      message: `the engine does not report that the new option of ${row.source} has not arrived`,
    });
    await expectCarried(stage, { pair, row, from: 'source' });
  },
};

/** Values that are chosen from a list which grows. */
export const optionChecks: readonly Check[] = [unknownOption];
