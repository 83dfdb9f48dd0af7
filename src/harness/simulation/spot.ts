import type { Section } from '../../dataflow/dataflow.ts';
import { benches } from '../basis/bench.ts';
import { unmappedProperties } from '../checks/unmapped.ts';
import { newValue } from '../watching/canary.ts';
import type { Pairing } from '../watching/pairing.ts';
import type { World } from '../world.ts';
import { type Cast, pick, type Role } from './cast.ts';
import type { FaultStep } from './history-step.ts';
import type { Spot } from './troubles/trouble.ts';

interface Setting {
  readonly world: World;
  readonly cast: Cast;
  readonly run: { pairing(section: Section): Pick<Pairing, 'pairs'> | undefined };
}

type Trouble = Extract<FaultStep, { kind: 'fault' }>;

/** What a trouble's pointers point to by now; nothing where the document has no section. */
export async function spotOf(setting: Setting, step: Trouble): Promise<Spot | undefined> {
  const { world, cast } = setting;
  const role = pick(cast.roles, step.section);
  if (role === undefined) return undefined;
  const { side, write, times, record, row } = step;
  const { bench } = role;
  const linked = await linkedAt(setting, role, side);
  const entity = bench.entity[side];
  return {
    side,
    entity,
    write,
    times,
    linked: pick(linked, record),
    other: pick(linked, record + 1),
    deleted: pick(deletedAt(world, { system: bench.system[side], entity }), record),
    isStamped: bench.stamped.source && bench.stamped.target,
    mapped: pick(bench.rows, row)?.[side],
    unmapped: pick(unmappedProperties({ world, bench, benches: benches(world) }, side), row),
    value: (name) => {
      const property = bench.property(side, name);
      return property === undefined ? null : newValue(property, { dice: world.dice, unlike: null });
    },
    record: () => world.newRecord[side](entity),
    now: world.clock.now(),
  };
}

/** Records that have had a counterpart for long enough for the engine to know. */
async function linkedAt(
  { cast, run }: Setting,
  role: Role,
  side: Trouble['side'],
): Promise<readonly string[]> {
  const there = new Set(await cast.records(role, side));
  const pairs = run.pairing(role.bench.section)?.pairs ?? [];
  return pairs
    .filter(({ targetId }) => cast.isSettled(role, 'target', targetId))
    .map(({ sourceId, targetId }) => (side === 'source' ? sourceId : targetId))
    .filter((id) => there.has(id));
}

function deletedAt(
  { ledger }: World,
  of: { readonly system: string; readonly entity: string },
): readonly string[] {
  return ledger.entries.flatMap((entry) =>
    entry.kind === 'change' &&
    entry.action === 'delete' &&
    entry.system === of.system &&
    entry.entity === of.entity
      ? [entry.id]
      : [],
  );
}
