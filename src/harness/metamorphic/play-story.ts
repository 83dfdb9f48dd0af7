import { createRecorder, type Recorder } from '../../evidence/recorder.ts';
import type { Side } from '../../settings.ts';
import { type Bench, benches } from '../basis/bench.ts';
import { Blocked } from '../broken-promise.ts';
import { type Actor, createActor } from '../stage/actor.ts';
import { createRun, type Run } from '../stage/run.ts';
import type { World } from '../world.ts';
import type { Circumstances } from './circumstances.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { hasStruck, type Places, placesIn } from './places.ts';
import type { Move, Story } from './story.ts';

/** How long people think between two actions, in virtual time. */
const thinkingMs = 2_000;

interface Performance {
  readonly story: Story;
  readonly circumstances: Pick<Circumstances, 'faults' | 'kill'>;
}

interface Play {
  readonly world: World;
  readonly bench: Bench;
  readonly run: Run;
  readonly actors: Readonly<Record<Side, Actor>>;
  /** Ids of the source records in the order of their creation. */
  readonly made: string[];
}

/** How a story ended, and what there was on the way. */
export interface PlayedStory extends Outcome {
  readonly places: Places;
  /** Whether a fault struck, or a death: otherwise it is the plain story. */
  readonly struck: boolean;
}

/** Plays a story on the first section of a document, lets it come to rest before the next full listing, which would mend much, and tells how it ended. */
export async function playStory(
  world: World,
  { story, circumstances }: Performance,
): Promise<PlayedStory> {
  const [bench] = benches(world);
  if (bench === undefined) throw new Blocked('The document has no section to play on');
  const recorder = createRecorder(world);
  const run = createRun(world, recorder);
  const play: Play = {
    world,
    bench,
    run,
    actors: actorsOf({ world, bench, recorder }),
    made: [],
  };
  for (const rule of circumstances.faults ?? []) run.fault(rule);
  if (circumstances.kill !== undefined) run.kill(circumstances.kill);
  for (const move of story) await make(play, move);
  const [places, struck] = [placesIn(world), hasStruck(world, run.reports)];
  run.mend();
  run.spare();
  await run.rest();
  const outcome = await outcomeOf({ ...play, pairing: run.pairing(bench.section) });
  return { ...outcome, places, struck };
}

function actorsOf(on: {
  readonly world: World;
  readonly bench: Bench;
  readonly recorder: Recorder;
}): Play['actors'] {
  const before = async (): Promise<void> => {
    on.world.clock.advance(thinkingMs);
  };
  const actor = (side: Side): Actor =>
    createActor({ ...on, side, before, onCreate: () => undefined });
  return { source: actor('source'), target: actor('target') };
}

async function make(play: Play, move: Move): Promise<void> {
  const { run, actors, made } = play;
  switch (move.kind) {
    case 'cycle':
      return run.cycle();
    case 'create':
      made.push(await actors.source.create());
      return;
    case 'remove': {
      const id = made[move.record];
      return id === undefined ? undefined : actors.source.remove(id);
    }
    case 'edit':
      return edit(play, move);
  }
}

async function edit(
  play: Play,
  { record, row: index, side }: Extract<Move, { kind: 'edit' }>,
): Promise<void> {
  const { bench, actors, made } = play;
  const [row, sourceId] = [bench.rows[index % bench.rows.length], made[record]];
  if (row === undefined || sourceId === undefined) return;
  const id = side === 'source' ? sourceId : await counterpartOf(play, sourceId);
  if (id === undefined || !(await actors[side].exists(id))) return;
  await actors[side].edit(id, { [row[side]]: await actors[side].newValue(id, row[side]) });
}

/** The counterpart, as soon as there is one: people wait for it, as long as a full listing may take. */
async function counterpartOf(
  { world, bench, run }: Play,
  sourceId: string,
): Promise<string | undefined> {
  const found = (): string | undefined =>
    run.pairing(bench.section)?.pairs.find((pair) => pair.sourceId === sourceId)?.targetId;
  for (let i = 0; i < world.settings.sweepEvery && found() === undefined; i += 1) await run.cycle();
  return found();
}
