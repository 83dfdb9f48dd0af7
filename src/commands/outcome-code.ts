import type { Result } from '../report/result/model.ts';
import { exitCodes } from './console.ts';

/**
 * The exit code that a result deserves. A run that did not get to its end is not accepted either.
 * `strict` makes blocked and untested count as failed; of a shard, which leaves most untested to
 * the others, that is asked when it is merged.
 */
export function outcomeCode({ outcome, run, sections }: Result, strict: boolean): number {
  const open = sections.some(({ requirements }) =>
    requirements.some(({ verdict }) => verdict === 'blocked' || verdict === 'untested'),
  );
  const refused = strict && open && run.shard === undefined;
  const bad = outcome === 'not accepted' || run.interrupted !== undefined || refused;
  return bad ? exitCodes.notAccepted : exitCodes.ok;
}
