import type { ChangeEntry } from '../../evidence/ledger.ts';
import type { Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import type { Bench } from '../basis/bench.ts';
import { empty } from '../basis/oracle.ts';
import { isTelling } from '../watching/likeness.ts';
import type { Pairing } from '../watching/pairing.ts';
import type { World } from '../world.ts';

/** How a story ended: the same for every world in which it should, whatever its ids, stamps and values are. */
export interface Outcome {
  /** One line for each fact, for people. */
  readonly facts: readonly string[];
  /** How many records have a counterpart. */
  readonly linked: number;
}

interface Ending {
  readonly world: World;
  readonly bench: Bench;
  /** Ids of the source records in the order in which users made them. */
  readonly made: readonly string[];
  readonly pairing: Pick<Pairing, 'pairs'> | undefined;
}

/** The final state of both systems, values told by when they were typed, and what the engine made and deleted. */
export async function outcomeOf(ending: Ending): Promise<Outcome> {
  const { world, bench, made, pairing } = ending;
  const nameOf = labels(world);
  const facts: string[] = [];
  for (const [index, sourceId] of made.entries()) {
    const targetId = pairing?.pairs.find((pair) => pair.sourceId === sourceId)?.targetId;
    for (const [side, id] of [
      ['source', sourceId],
      ['target', targetId],
    ] as const) {
      facts.push(`${side} record ${index + 1}: ${await stateOf(ending, { side, id }, nameOf)}`);
    }
  }
  for (const side of ['source', 'target'] as const) {
    const { length } = await world.parties[side].ids(bench.entity[side]);
    facts.push(`${length} records on the ${side} side`);
  }
  const deeds = world.ledger.entries.filter((entry) => entry.kind === 'change');
  facts.push(`${count(deeds, 'create')} made by the engine, ${count(deeds, 'delete')} deleted`);
  return { facts, linked: pairing?.pairs.length ?? 0 };
}

interface Place {
  readonly side: Side;
  readonly id: string | undefined;
}

async function stateOf(
  { world, bench }: Ending,
  { side, id }: Place,
  nameOf: (value: Value) => string,
): Promise<string> {
  const record =
    id === undefined ? undefined : await world.parties[side].read(bench.entity[side], id);
  if (record === undefined) return 'there is none';
  return bench.rows.map((row) => `${row[side]} = ${nameOf(record[row[side]] ?? null)}`).join(', ');
}

/** Names for values: the first that a user typed is #1, whatever it was. */
function labels({ ledger }: World): (value: Value) => string {
  const names = new Map<string, string>();
  for (const entry of ledger.entries) {
    if (entry.kind !== 'change' || entry.author !== 'user') continue;
    for (const { after } of Object.values(entry.fields)) {
      const known = String(after);
      if (isFollowed(after) && !names.has(known)) names.set(known, `#${names.size + 1}`);
    }
  }
  return (value) => {
    if (empty(value)) return 'nothing';
    // Whether yes is no in another world is a matter of chance.
    return isFollowed(value)
      ? (names.get(String(value)) ?? `what nobody typed: ${String(value)}`)
      : 'something';
  };
}

function isFollowed(value: Value): boolean {
  return isTelling(Array.isArray(value) ? (value[0] ?? null) : value);
}

function count(changes: readonly ChangeEntry[], action: ChangeEntry['action']): number {
  return changes.filter((change) => change.author === 'engine' && change.action === action).length;
}
