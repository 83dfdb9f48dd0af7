import type { Check, Subject } from './check.ts';
import { propertyName, rowOf } from './edits.ts';
import { editAnew, expectArrived, linkedPair, rowValues } from './linked-pair.ts';
import { isReported } from './said.ts';

/** The options that both sides of a row are known to have. */
function options({ bench, row }: Subject): readonly number[] {
  if (row === undefined) return [];
  const [a = [], b = []] = [
    bench.property('source', row.source)?.values,
    bench.property('target', row.target)?.values,
  ];
  return a.length === 0 || b.length === 0 ? [] : [...a, ...b];
}

const unknownOption: Check = {
  id: 'option-added-meanwhile',
  kind: 'property',
  applies: (s) => options(s).length > 0,
  title: (s) =>
    `An option that was added to ${propertyName(s, 'source')} and that ${propertyName(s, 'target')} does not have is reported; the target keeps its value, and nothing flows back`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const pair = await linkedPair(stage);
    const before = await rowValues(stage, pair, row);
    const added = 1 + Math.max(...options(subject));
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
    const value = await editAnew(stage, { pair, row, from: 'source' });
    await stage.rest();
    await expectArrived(stage, { pair, row, from: 'source', value });
  },
};

/** Values that are chosen from a list which grows. */
export const optionChecks: readonly Check[] = [unknownOption];
