import type { Violation } from '../../checklist/violation.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { createRecorder, type Recorder } from '../../evidence/recorder.ts';
import { Blocked, BrokenPromise } from '../broken-promise.ts';
import type { FaultRule, Rewrite } from '../fault-rule.ts';
import type { Mortality } from '../mortality.ts';
import { createRun, type Run } from '../stage/run.ts';
import type { World } from '../world.ts';
import { assemble, type Cast } from './cast.ts';
import type { EngineStep, FaultStep, HistoryStep } from './history-step.ts';
import { spotOf } from './spot.ts';
import { troubles } from './troubles/all.ts';
import { playUser } from './user-step.ts';

/** What became of a history: the law that it broke, if any, and the story. */
export interface PlayedHistory {
  readonly violation?: Violation;
  evidence(): Evidence;
}

interface HistoryInput {
  readonly world: World;
  readonly mortality: Mortality;
  readonly steps: readonly HistoryStep[];
  /** Whether the engine is held to its rest afterwards, as it is by default. */
  readonly ending?: boolean;
}

interface Play extends Pick<HistoryInput, 'world' | 'mortality'> {
  readonly recorder: Recorder;
  readonly run: Run;
  readonly cast: Cast;
  /** By `side property`, how a system rewrites what it stores there. */
  readonly rewrites: Map<string, Rewrite>;
}

/** Plays a history, then lets all faults end and holds the engine to its rest. */
export async function playHistory(input: HistoryInput): Promise<PlayedHistory> {
  const { world, mortality, steps, ending = true } = input;
  const recorder = createRecorder(world);
  const run = createRun(world, recorder);
  const rewrites = new Map<string, Rewrite>();
  const play = { world, mortality, recorder, run, cast: assemble(world, recorder, run), rewrites };
  const evidence = (): Evidence =>
    world.gate.evidence(recorder.evidence({ seed: world.seed, fields: [] }));
  try {
    for (const step of steps) await playStep(play, step);
    if (ending) await bringToRest(play);
    return { evidence };
  } catch (broken) {
    if (!(broken instanceof BrokenPromise)) throw broken;
    return { violation: broken.violation, evidence };
  }
}

/** How long after the faults a stamp may still lie ahead of its time, in milliseconds. */
const stampsComeTrueMs = 15 * 60_000;

/** Until the next whole listing what was refused may stay away; after it everything must be there. */
async function bringToRest(play: Play): Promise<void> {
  const { run, world } = play;
  mend(play);
  // Who wins against a record without a stamp changes when the time of the other's stamp has come.
  await world.clock.advance(stampsComeTrueMs);
  run.spare();
  await run.sweep();
  await run.rest();
  await run.restart();
  await run.cycle(2);
}

async function playStep(play: Play, step: HistoryStep): Promise<void> {
  switch (step.kind) {
    case 'fault':
    case 'mend':
    case 'wait':
      return playFault(play, step);
    case 'cycle':
    case 'overlap':
    case 'takeover':
    case 'restart':
    case 'kill':
      return playEngine(play, step);
    default:
      return playUser(play, step).catch((ending: unknown) => {
        // What the system does not let people do has not happened.
        if (!(ending instanceof Blocked)) throw ending;
      });
  }
}

async function playEngine(play: Play, step: EngineStep): Promise<void> {
  const { run } = play;
  switch (step.kind) {
    case 'cycle':
      return pass(play, run.cycle);
    case 'overlap':
      return pass(play, run.overlap);
    case 'takeover':
      return pass(play, () => run.takeover(step.at, step.first));
    case 'restart':
      return run.restart();
    case 'kill':
      return run.kill(step.at);
  }
}

/** One pass; where the engine lives through it, and nothing is left open, it knows what was there before. */
async function pass({ cast, mortality, run }: Play, work: () => Promise<void>): Promise<void> {
  const before = await cast.targets();
  const deaths = mortality.deaths();
  await work();
  const open = run.reports.at(-1)?.problems.filter(({ kind }) => kind !== 'unsupported') ?? [];
  if (mortality.deaths() === deaths && open.length === 0) cast.settle(before);
}

async function playFault(play: Play, step: FaultStep): Promise<void> {
  if (step.kind === 'mend') return mend(play);
  if (step.kind === 'wait') return play.world.clock.advance(step.minutes * 60_000);
  const spot = await spotOf(play, step);
  const faults = spot && troubles[step.trouble](spot);
  if (spot === undefined || faults === undefined) return;
  play.recorder.step(step.side, `From now on, at ${spot.entity}: ${step.trouble}`);
  for (const rule of [faults].flat()) if (isOnlyRule(play, rule)) play.run.fault(rule);
}

/** A system has one rule for what it makes of a property's values: a second one is left out. */
function isOnlyRule({ rewrites }: Play, rule: FaultRule): boolean {
  if (rule.code !== 'F15') return true;
  const place = `${rule.side} ${rule.property}`;
  const known = rewrites.get(place) ?? rule.rewrite;
  rewrites.set(place, known);
  return known === rule.rewrite;
}

function mend({ run, recorder }: Play): void {
  recorder.step('engine', 'All faults end');
  run.mend();
}
