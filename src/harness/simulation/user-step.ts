import { opposite, type Referred } from '../../settings.ts';
import { type Bench, benches } from '../basis/bench.ts';
import { unmappedProperties } from '../checks/unmapped.ts';
import { newValue } from '../watching/canary.ts';
import type { World } from '../world.ts';
import { type Cast, pick, type Role } from './cast.ts';
import type { UserStep } from './history-step.ts';

interface Acting {
  readonly world: World;
  readonly cast: Cast;
}

/** Lets a user act; throws `Blocked` where the system does not let people do so. */
export async function playUser({ world, cast }: Acting, step: UserStep): Promise<void> {
  const role = pick(cast.roles, step.section);
  if (role === undefined) return;
  const actor = role.actors[step.side];
  if (step.kind === 'create') return void (await actor.create());
  if (step.kind === 'match') return makeMatch({ world, cast }, role, step);
  if (step.kind === 'refer') return makeReferring({ world, cast }, role, step);
  const id = pick(await cast.records(role, step.side), step.record);
  if (id === undefined) return;
  if (step.kind === 'remove') {
    return cast.isSettled(role, step.side, id) ? actor.remove(id) : undefined;
  }
  const name = propertyFor(world, role, step);
  const property = name === undefined ? undefined : role.bench.property(step.side, name);
  if (name === undefined || property === undefined) return;
  await actor.tryEdit(id, {
    [name]: step.kind === 'clear' ? null : newValue(property, { dice: world.dice, unlike: null }),
  });
}

async function makeMatch(
  { world, cast }: Acting,
  role: Role,
  { side, record, row: pointer }: Extract<UserStep, { kind: 'match' }>,
): Promise<void> {
  const other = opposite(side);
  const row = pick(role.bench.mergeOn, pointer);
  const id = pick(await cast.records(role, other), record);
  if (row === undefined || id === undefined) return;
  const like = await world.parties[other].read(role.bench.entity[other], id);
  await role.actors[side].create({ [row[side]]: like?.[row[other]] ?? null });
}

async function makeReferring(
  { world, cast }: Acting,
  role: Role,
  { record, row }: Extract<UserStep, { kind: 'refer' }>,
): Promise<void> {
  const reference = pick(referencesOf(world, role.bench), row);
  const referred = cast.roles.find(({ bench }) => bench.section.heading === reference?.section);
  if (reference === undefined || referred === undefined) return;
  const id = pick(await cast.records(referred, 'source'), record);
  await role.actors.source.create(id === undefined ? {} : { [reference.property]: id });
}

/** By which properties a section's source records refer to those of which sections. */
function referencesOf({ settings }: World, { section, settings: own }: Bench): readonly Referred[] {
  const provided = Object.values(own.provide ?? {}).flatMap((each) =>
    each.kind === 'referred' ? [each] : [],
  );
  const related = Object.entries(settings.sections).flatMap(([heading, { relatedBy = [] }]) =>
    relatedBy
      .filter((by) => by.section === section.heading)
      .map(({ property }) => ({ property, section: heading })),
  );
  return [...provided, ...related];
}

function propertyFor(
  world: World,
  { bench }: Role,
  step: Extract<UserStep, { kind: 'edit' | 'clear' | 'touch' }>,
): string | undefined {
  if (step.kind !== 'touch') return pick(bench.rows, step.row)?.[step.side];
  return pick(
    unmappedProperties({ world, bench, benches: benches(world) }, step.side),
    step.property,
  );
}
