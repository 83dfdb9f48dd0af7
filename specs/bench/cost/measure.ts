import type { World } from '../../../src/harness/world.ts';
import { createWorld } from '../../world.ts';
import type { Calls, Edit, Scene } from './scenes.ts';

/** What one step took, and the fewest calls that it could have taken. */
export interface Cost {
  readonly step: string;
  readonly calls: Calls;
  readonly fewest: Calls;
}

/** Virtual time between two records that people make: further apart than an engine looks back. */
const apartMs = 10_000;

/** The costs of a first pass, a quiet one, and of edits, on the twins of a scene. */
export async function costsOf(scene: Scene, records: number): Promise<readonly Cost[]> {
  const world = await createWorld({ ...scene.document, seed: 1 });
  for (const entity of scene.entities) await fill(world, { entity, records });
  world.clock.advance(apartMs);
  const first = await counted(world);
  const polls = { reads: scene.polls(records), writes: 0 };
  await counted(world);
  const costs: Cost[] = [
    { step: `first pass, ${records} records`, calls: first, fewest: scene.first(records) },
    { step: 'quiet pass', calls: await counted(world), fewest: polls },
  ];
  for (const edit of scene.edits) {
    await play(world, edit);
    const { reads, writes } = edit.fewest;
    const fewest = { reads: polls.reads + reads, writes };
    costs.push({ step: edit.name, calls: await counted(world), fewest });
    // What was written is listed once more.
    await counted(world);
  }
  return costs;
}

async function fill(
  world: World,
  { entity, records }: { readonly entity: string; readonly records: number },
): Promise<void> {
  for (let made = 0; made < records; made += 1) {
    world.clock.advance(apartMs);
    const outcome = await world.parties.source.create(entity, world.newRecord.source(entity));
    if (!outcome.ok) throw new Error(`${entity}: ${outcome.reason}`);
  }
}

/** One record in the middle, so that neither end of a list is favoured. */
async function play(world: World, { side, entity, property }: Edit): Promise<void> {
  const party = world.parties[side];
  const ids = await party.ids(entity);
  const id = ids[Math.floor(ids.length / 2)] ?? '';
  world.clock.advance(apartMs);
  const outcome = await party.edit(entity, id, { [property]: `Edited in ${party.system}` });
  if (!outcome.ok) throw new Error(`${entity} ${id}: ${outcome.reason}`);
}

/** The calls of one pass, which must leave nothing open. */
async function counted(world: World): Promise<Calls> {
  const before = world.ledger.entries.length;
  world.clock.advance(60_000);
  const { problems } = await world.engine.cycle();
  const [problem] = problems.filter(({ kind }) => kind !== 'unsupported');
  if (problem !== undefined) throw new Error(`Left open: ${problem.reason}`);
  const calls = world.ledger.entries.slice(before).filter((entry) => entry.kind === 'request');
  const writes = calls.filter(({ mutating }) => mutating).length;
  const tokens = calls.filter(({ url }) => /token$/i.test(url)).length;
  return { writes, reads: calls.length - writes - tokens };
}
