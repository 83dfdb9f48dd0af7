import type { Violation } from '../../checklist/violation.ts';
import { inWords, recordName } from '../basis/bench.ts';
import { gapsOf, type Missing } from '../watching/gaps.ts';
import type { Invariant } from './invariant.ts';

/** At rest every record that is promised a counterpart has one, or the engine says why not. */
export const noneForgotten: Invariant = {
  law: 'I12 nothing forgotten',
  judge: async (scene) =>
    (await gapsOf(scene)).flatMap((gap) => (gap.kind === 'missing' ? [violation(gap)] : [])),
};

function violation({ bench, sourceId }: Missing): Violation {
  const record = inWords(recordName(bench, 'source', sourceId));
  return {
    law: noneForgotten.law,
    message: `${record} has no ${bench.entity.target}, and the engine reports nothing`,
  };
}
