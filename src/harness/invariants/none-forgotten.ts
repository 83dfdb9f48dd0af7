import type { Violation } from '../../checklist/violation.ts';
import { inWords, recordName } from '../basis/bench.ts';
import { gapsOf, type Missing } from '../watching/gaps.ts';
import { reportInWords } from '../watching/reported.ts';
import type { Scene } from '../watching/scene.ts';
import type { Invariant } from './invariant.ts';

/** At rest every record that is promised a counterpart has one, or the engine says why not while something stands in the way. */
export const noneForgotten: Invariant = {
  law: 'I12 nothing forgotten',
  judge: async (scene) =>
    (await gapsOf(scene)).flatMap((gap) => (gap.kind === 'missing' ? [violation(scene, gap)] : [])),
};

function violation({ told }: Scene, { bench, sourceId }: Missing): Violation {
  const named = { side: 'source', entity: bench.entity.source, id: sourceId } as const;
  const record = inWords(recordName(bench, 'source', sourceId));
  return {
    law: noneForgotten.law,
    message: `${record} has no ${bench.entity.target}, and ${reportInWords(told, [named])}`,
  };
}
