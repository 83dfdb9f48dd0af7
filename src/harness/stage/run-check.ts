import type { Verdict } from '../../checklist/verdict.ts';
import type { Violation } from '../../checklist/violation.ts';
import { SyncproofError } from '../../errors.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Redactor } from '../../evidence/redaction.ts';
import { Blocked, BrokenPromise, Inconclusive } from '../broken-promise.ts';
import type { Check, Subject } from '../checks/check.ts';
import type { World } from '../world.ts';
import { createStage, type PreparedStage } from './create-stage.ts';

/** What one check came to, with everything that it saw. */
export interface CheckRun {
  readonly verdict: Verdict;
  /** One plain sentence. */
  readonly reason: string;
  readonly violation?: Violation;
  /** The other laws that broke in the same moment, by name; absent where the check did not fail. */
  readonly alsoBroken?: readonly string[];
  readonly evidence: Evidence;
}

interface CheckInput {
  readonly world: World;
  readonly check: Check;
  readonly subject: Subject;
}

/**
 * Plays a check and judges it. A broken promise is a verdict; a broken harness, engine or check
 * throws. A check that touched nothing, or expected nothing, is broken too: its green would mean
 * nothing.
 */
export async function runCheck({ world, check, subject }: CheckInput): Promise<CheckRun> {
  const law = check.title(subject);
  const since = subject.bench.settings.limitedSince ?? 0;
  if (check.begins === undefined) world.clock.advance(Math.max(0, since - world.clock.now()));
  const prepared = createStage({ world, bench: subject.bench, law });
  const ending = await play(prepared, check, subject);
  const { recorder } = prepared.stage;
  const { gate } = world;
  if (world.defects.length > 0) {
    throw new SyncproofError('check', 'A twin broke instead of answering.', {
      cause: world.defects[0],
    });
  }
  const seen = recorder.evidence({ seed: world.seed, fields: await prepared.fields() });
  const evidence = gate.evidence(seen);
  const [stray] = world.strays;
  if (stray !== undefined) {
    const reason = `The engine sent a request that belongs to neither system: ${gate.text(stray)}.`;
    return { verdict: 'blocked', reason, evidence };
  }
  if (ending instanceof BrokenPromise) {
    const violation = masked(ending.violation, gate);
    const { alsoBroken } = ending;
    return { verdict: 'failed', reason: `${violation.message}.`, violation, alsoBroken, evidence };
  }
  if (ending !== undefined) {
    const verdict = ending instanceof Blocked ? 'blocked' : 'inconclusive';
    return { verdict, reason: gate.text(ending.message), evidence };
  }
  const { edits, cycles, expectations } = recorder.counts;
  if (edits === 0 || cycles === 0 || expectations === 0) {
    throw new SyncproofError(
      'check',
      `"${check.id}" passed on nothing: ${edits} user actions, ${cycles} cycles, ${expectations} expectations. Mend the check.`,
    );
  }
  const reason = `Held in ${count(cycles, 'cycle')} with ${count(edits, 'user action')} and ${count(expectations, 'expectation')}.`;
  return { verdict: 'passed', reason, evidence };
}

function masked(violation: Violation, gate: Redactor): Violation {
  const { law, message, expected, found } = violation;
  return {
    law,
    message: gate.text(message),
    ...(expected === undefined ? {} : { expected: gate.text(expected) }),
    ...(found === undefined ? {} : { found: gate.text(found) }),
  };
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

type Ending = BrokenPromise | Blocked | Inconclusive;

function isEnding(thrown: unknown): thrown is Ending {
  return [BrokenPromise, Blocked, Inconclusive].some((ending) => thrown instanceof ending);
}

async function play(
  { stage, finish }: PreparedStage,
  check: Check,
  subject: Subject,
): Promise<Ending | undefined> {
  try {
    await check.play(stage, subject);
    await finish();
    return undefined;
  } catch (ending) {
    if (isEnding(ending)) return ending;
    throw ending;
  }
}
