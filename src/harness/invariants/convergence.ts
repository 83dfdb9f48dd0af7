import type { Violation } from '../../checklist/violation.ts';
import { inWords, recordName } from '../basis/bench.ts';
import { type Differing, gapsOf } from '../watching/gaps.ts';
import { recordsOf, reportInWords } from '../watching/reported.ts';
import type { Scene } from '../watching/scene.ts';
import type { Invariant } from './invariant.ts';

/** At rest the two records of every pair say the same in every mapped property, or the engine says which does not while something stands in the way. */
export const convergence: Invariant = {
  law: 'I1 convergence',
  judge: async (scene) =>
    (await gapsOf(scene)).flatMap((gap) =>
      gap.kind === 'differing' ? [violation(scene, gap)] : [],
    ),
};

function violation({ told }: Scene, gap: Differing): Violation {
  const { bench, pair, row, source, target } = gap;
  const [x, y] = [
    inWords(recordName(bench, 'source', pair.sourceId)),
    inWords(recordName(bench, 'target', pair.targetId)),
  ];
  return {
    law: convergence.law,
    message: `${row.source} of ${x} and ${row.target} of ${y} differ, and ${reportInWords(told, recordsOf(bench, pair))}`,
    expected: JSON.stringify(source),
    found: JSON.stringify(target),
  };
}
