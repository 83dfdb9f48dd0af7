import { type Outcome, outcomeOf } from '../../checklist/outcome.ts';
import { shardName } from '../../checklist/shard.ts';
import type { Verdict } from '../../checklist/verdict.ts';
import type { RunIdentity } from './model.ts';

/** What may be said of a whole run: what its verdicts say, but never more than it has looked at. */
export function conclude(verdicts: readonly Verdict[], run: RunIdentity): Outcome {
  const whole = outcomeOf(verdicts);
  const lacking = whatIsLacking(run);
  if (lacking === undefined || whole.outcome === 'not accepted') return whole;
  return { outcome: 'incomplete', sentence: `Incomplete: ${lacking}.` };
}

function whatIsLacking({ interrupted, shard }: RunIdentity): string | undefined {
  if (interrupted !== undefined || shard === undefined) return interrupted;
  return `this is ${shardName(shard)} alone; merge it with the others`;
}
