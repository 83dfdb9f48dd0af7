import type { Violation } from '../../checklist/violation.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { createRecorder, type Recorder } from '../../evidence/recorder.ts';
import type { Side } from '../../settings.ts';
import { type Actor, createActor } from '../actor.ts';
import { type Bench, benches } from '../bench.ts';
import { Blocked, BrokenPromise } from '../broken-promise.ts';
import { newValue } from '../canary.ts';
import { unmappedProperties } from '../checks/unmapped.ts';
import { createRun, type Run } from '../run.ts';
import type { World } from '../world.ts';
import type { HistoryStep } from './history-step.ts';
import type { Mortality } from './mortality.ts';

/** What became of a history: the law that it broke, if any, and the story. */
export interface PlayedHistory {
  readonly violation?: Violation;
  readonly evidence: Evidence;
}

interface HistoryInput {
  readonly world: World;
  readonly mortality: Mortality;
  readonly steps: readonly HistoryStep[];
  /** Whether the engine is held to its rest afterwards, as it is by default. */
  readonly ending?: boolean;
}

/** Plays a history, then lets all faults end and holds the engine to its rest. */
export async function playHistory(input: HistoryInput): Promise<PlayedHistory> {
  const { world, mortality, steps, ending = true } = input;
  const recorder = createRecorder(world);
  const run = createRun(world, recorder);
  const cast = assemble(world, recorder, run);
  const told = (): Evidence =>
    world.gate.evidence(recorder.evidence({ seed: world.seed, fields: [] }));
  try {
    for (const step of steps) await playStep({ world, run, cast, mortality }, step);
    if (ending) await bringToRest(input, run);
    return { evidence: told() };
  } catch (broken) {
    if (!(broken instanceof BrokenPromise)) throw broken;
    return { violation: broken.violation, evidence: told() };
  }
}

/** Until the next whole listing what was refused may stay away; after it everything must be there. */
async function bringToRest({ world, mortality }: HistoryInput, run: Run): Promise<void> {
  world.faults.clear();
  mortality.disarm();
  run.disturb();
  await run.sweep();
  await run.rest();
  await run.restart();
  await run.cycle(2);
}

/** Everybody who works on one section's records, and the records that they know of. */
interface Role {
  readonly bench: Bench;
  readonly actors: Readonly<Record<Side, Actor>>;
}

interface Cast {
  readonly roles: readonly Role[];
  /** Ids of the records of an entity: those that users made, and the counterparts. */
  records(role: Role, side: Side): Promise<readonly string[]>;
  /**
   * Targets that were there before the last whole pass. Users delete no others: whether a create
   * without an answer was stored and deleted since, or never stored, nobody can tell where
   * deletions leave no trace (`sync-bugs.md` 4, limits of what may be demanded).
   */
  readonly deletable: Set<string>;
}

interface Play {
  readonly world: World;
  readonly run: Run;
  readonly cast: Cast;
  readonly mortality: Mortality;
}

function assemble(world: World, recorder: Recorder, run: Run): Cast {
  const before = async (): Promise<void> => {
    run.disturb();
    world.clock.advance(2_000);
  };
  const roles = benches(world).map((bench): Role => {
    const actor = (side: Side): Actor =>
      createActor({ world, bench, side, recorder, before, onCreate: () => undefined });
    return { bench, actors: { source: actor('source'), target: actor('target') } };
  });
  return {
    roles,
    records: ({ bench }, side) => world.parties[side].ids(bench.entity[side]),
    deletable: new Set(),
  };
}

async function playStep(play: Play, step: HistoryStep): Promise<void> {
  switch (step.kind) {
    case 'cycle':
      return pass(play, play.run.cycle);
    case 'overlap':
      // Death strikes one engine alone; two of them are another matter.
      play.mortality.disarm();
      return pass(play, play.run.overlap);
    case 'restart':
      return play.run.restart();
    case 'kill':
      return play.mortality.arm(step.at);
    case 'fault':
      return injectFault(play, step);
    default:
      return act(play, step).catch((ending: unknown) => {
        // What the system does not let people do has not happened.
        if (!(ending instanceof Blocked)) throw ending;
      });
  }
}

/** One pass; where the engine lives through it, it has had its chance to know what was there before. */
async function pass({ cast, mortality }: Play, work: () => Promise<void>): Promise<void> {
  const before: string[] = [];
  for (const role of cast.roles) {
    for (const id of await cast.records(role, 'target')) before.push(targetKey(role, id));
  }
  const deaths = mortality.deaths();
  await work();
  if (mortality.deaths() === deaths) for (const key of before) cast.deletable.add(key);
}

function targetKey({ bench }: Role, id: string): string {
  return `${bench.entity.target} ${id}`;
}

function injectFault({ cast, run }: Play, step: Extract<HistoryStep, { kind: 'fault' }>): void {
  const role = pick(cast.roles, step.section);
  if (role === undefined) return;
  const { code, side, write, times } = step;
  const aim = { side, entity: role.bench.entity[side], write };
  run.fault(code === 'F2' ? { code, ...aim } : { code, ...aim, times });
}

type UserStep = Extract<HistoryStep, { readonly section: number; readonly side: Side }>;

async function act(
  { world, cast }: Play,
  step: Exclude<UserStep, { kind: 'fault' }>,
): Promise<void> {
  const role = pick(cast.roles, step.section);
  if (role === undefined) return;
  const actor = role.actors[step.side];
  if (step.kind === 'create') return void (await actor.create());
  if (step.kind === 'match') return makeMatch(world, { role, cast }, step);
  const id = pick(await cast.records(role, step.side), step.record);
  if (id === undefined) return;
  if (step.kind === 'remove') {
    const known = step.side === 'source' || cast.deletable.has(targetKey(role, id));
    return known ? actor.remove(id) : undefined;
  }
  const name = propertyFor(world, role, step);
  if (name === undefined) return;
  const contract = world.contracts[step.side].entities.find(
    (each) => each.name === role.bench.entity[step.side],
  );
  const property = contract?.properties.find((each) => each.name === name);
  if (property === undefined) return;
  await actor.tryEdit(id, {
    [name]: step.kind === 'clear' ? null : newValue(property, { dice: world.dice, unlike: null }),
  });
}

async function makeMatch(
  world: World,
  { role, cast }: { readonly role: Role; readonly cast: Cast },
  { side, record, row: pointer }: Extract<HistoryStep, { kind: 'match' }>,
): Promise<void> {
  const other: Side = side === 'source' ? 'target' : 'source';
  const row = pick(role.bench.mergeOn, pointer);
  const id = pick(await cast.records(role, other), record);
  if (row === undefined || id === undefined) return;
  const like = await world.parties[other].read(role.bench.entity[other], id);
  await role.actors[side].create({ [row[side]]: like?.[row[other]] ?? null });
}

function propertyFor(
  world: World,
  { bench }: Role,
  step: Extract<HistoryStep, { kind: 'edit' | 'clear' | 'touch' }>,
): string | undefined {
  if (step.kind === 'touch')
    return pick(
      unmappedProperties({ world, bench, benches: benches(world) }, step.side),
      step.property,
    );
  return pick(bench.rows, step.row)?.[step.side];
}

function pick<T>(items: readonly T[], pointer: number): T | undefined {
  return items.length === 0 ? undefined : items[pointer % items.length];
}
