import { SyncproofError } from '../../errors.ts';
import type { FieldRow } from '../../evidence/evidence.ts';
import type { RequestEntry } from '../../evidence/ledger.ts';
import { createRecorder, type Recorder } from '../../evidence/recorder.ts';
import type { Side } from '../../settings.ts';
import { type Bench, benchAt, benches, inWords, recordName } from '../basis/bench.ts';
import { Blocked, BrokenPromise } from '../broken-promise.ts';
import { ownExpectations } from '../invariants/judge.ts';
import type { Pair } from '../watching/pairing.ts';
import type { World } from '../world.ts';
import { type Actor, createActor } from './actor.ts';
import { createFieldTable, type FieldTable } from './field-table.ts';
import { createRun, type Run } from './run.ts';
import type { Stage } from './stage.ts';

/** How long people think between two actions, in virtual time. */
const thinkingMs = 2_000;

interface StageInput {
  readonly world: World;
  readonly bench: Bench;
  /** The law that a failed expectation breaks: the check's own title. */
  readonly law: string;
}

/** A stage, and what is left to do when the check has been played on it. */
export interface PreparedStage {
  readonly stage: Stage;
  /** Rest, a restart, and quiet cycles after it: nothing may stir. */
  finish(): Promise<void>;
  fields(): Promise<readonly FieldRow[]>;
}

export function createStage({ world, bench, law }: StageInput): PreparedStage {
  const recorder = createRecorder(world);
  const run = createRun(world, recorder);
  const table = createFieldTable(world, bench);
  const parts = { world, bench, law, recorder, run, table };
  const stage: Stage = { ...play(parts), ...ask(parts), ...insist(parts) };
  const finish = async (): Promise<void> => {
    await run.rest();
    await run.restart();
    await run.cycle(2);
    const [doubt] = run.doubts;
    if (doubt === undefined) return;
    throw new Blocked(
      `All else held, but ${doubt.message}: it offers no report that could say why (${doubt.law})`,
    );
  };
  return { stage, finish, fields: () => table.rows() };
}

interface StageParts extends Pick<StageInput, 'world' | 'bench' | 'law'> {
  readonly recorder: Recorder;
  readonly run: Run;
  readonly table: FieldTable;
}

type Plays =
  | 'source'
  | 'target'
  | 'atOnce'
  | 'cycle'
  | 'rest'
  | 'sweep'
  | 'restart'
  | 'overlap'
  | 'kill'
  | 'spare'
  | 'memory'
  | 'company'
  | 'fault'
  | 'mend'
  | 'colleague'
  | 'removeCounterpart'
  | 'reports';
type Insists = 'counterpart' | 'isPaired' | 'expect';

/** What happens on the stage: people act, time passes, the engine runs, things fail. */
function play({ world, bench, recorder, run, table }: StageParts): Pick<Stage, Plays> {
  let hurried = false;
  const before = async (): Promise<void> => {
    run.disturb();
    if (!hurried) world.clock.advance(thinkingMs);
    if (recorder.counts.cycles > 0) await table.mark();
  };
  const actor = (side: Side, on = bench): Actor => {
    // The table is of the section in the light: a record of another one is none of its own.
    const onCreate = on === bench ? table.follow : () => undefined;
    return createActor({ world, bench: on, side, recorder, before, onCreate });
  };
  return {
    source: actor('source'),
    target: actor('target'),
    atOnce: async (actions) => {
      world.clock.advance(thinkingMs);
      hurried = true;
      const result = await actions();
      hurried = false;
      return result;
    },
    ...handedOn(run),
    colleague: (heading) => actor('source', benchAt(benches(world), heading)),
    removeCounterpart: async (sourceId) => {
      for (const each of [...leaningOn(benches(world), bench), bench]) {
        const pairs = run.pairing(each.section)?.pairs ?? [];
        const pair = pairs.find((made) => made.sourceId === sourceId);
        if (pair !== undefined) await actor('target', each).remove(pair.targetId);
      }
    },
  };
}

/** What the run does as it is asked. */
function handedOn(run: Run): Pick<Stage, Plays & keyof Run> {
  const { cycle, rest, sweep, restart, reports, overlap } = run;
  const { kill, spare, memory, company, fault, mend } = run;
  return {
    ...{ cycle, rest, sweep, restart, reports, overlap },
    ...{ kill, spare, memory, company, fault, mend },
  };
}

/** The sections whose counterparts are made with a value of this section's counterpart. */
function leaningOn(all: readonly Bench[], { section }: Bench): readonly Bench[] {
  return all.filter(({ settings }) =>
    Object.values(settings.provide ?? {}).some(
      (provided) => provided.kind === 'linked' && provided.section === section.heading,
    ),
  );
}

/** What can be asked of the stage without changing it. */
function ask({ world, bench, recorder }: StageParts): Omit<Stage, Plays | Insists> {
  return {
    world,
    bench,
    benches: benches(world),
    recorder,
    writesTo: (side) =>
      world.ledger.entries.filter(
        (entry): entry is RequestEntry =>
          entry.kind === 'request' && entry.mutating && entry.system === bench.system[side],
      ),
  };
}

/** What must hold: whatever does not breaks the promise. */
function insist({ world, bench, law, recorder, run, table }: StageParts): Pick<Stage, Insists> {
  const isOff = world.lawsOff?.has(ownExpectations) ?? false;
  return {
    counterpart: async (sourceId, heading) => {
      const of = heading === undefined ? bench : benchAt(benches(world), heading);
      recorder.counts.expectations += 1;
      const { pairs = [], surplus = [] } = run.pairing(of.section) ?? {};
      const isOfIt = (pair: Pair): boolean => pair.sourceId === sourceId;
      const pair = pairs.find(isOfIt);
      const record = inWords(recordName(of, 'source', sourceId));
      if (pair === undefined) {
        throw new BrokenPromise({ law, message: `${record} has no ${of.section.target}` });
      }
      if (!isOff && surplus.some(isOfIt)) {
        throw new BrokenPromise({ law, message: `${record} has a second ${of.section.target}` });
      }
      if (of === bench) table.follow('target', pair.targetId);
      return pair.targetId;
    },
    isPaired: (sourceId) =>
      run.pairing(bench.section)?.pairs.some((pair) => pair.sourceId === sourceId) ?? false,
    expect: ({ holds, ...violation }) => {
      if (violation.message === '') throw wordless(law);
      recorder.counts.expectations += 1;
      if (!holds && !isOff) throw new BrokenPromise({ law, ...violation });
    },
  };
}

/** A red without words would tell nobody what is broken: seen while it is green. */
function wordless(law: string): SyncproofError {
  return new SyncproofError(
    'check',
    `"${law}" expects something and does not say what. Mend the check.`,
  );
}
