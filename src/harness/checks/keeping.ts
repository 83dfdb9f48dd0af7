import { SyncproofError } from '../../errors.ts';
import type { Side } from '../../settings.ts';
import type { Properties, Value } from '../../value.ts';
import type { Stage } from '../stage/stage.ts';
import type { Pair } from '../watching/pairing.ts';
import type { Check } from './check.ts';
import { at, linkedPair, opposite } from './linked-pair.ts';
import { unmappedProperties } from './unmapped.ts';

const sides = ['source', 'target'] as const;

/** How many properties a user edits one after the other before it is enough. */
const enough = 4;

const nothingElse = (from: Side): Check => ({
  id: `nothing-else-from-${from}`,
  kind: 'both-ways',
  title: ({ bench }) =>
    `Edits of properties of ${bench.section[from]} that the document does not name touch nothing in ${bench.section[opposite(from)]}`,
  play: async (stage) => {
    const pair = await linkedPair(stage);
    const [here, there] = [at(stage, pair, from), at(stage, pair, opposite(from))];
    const before = await there.actor.read(there.id);
    const written = writes(stage);
    const edited = await editUnmapped(stage, here);
    await stage.rest();
    expectSame(stage, {
      what: 'the other record',
      before,
      after: await there.actor.read(there.id),
    });
    const after = await here.actor.read(here.id);
    for (const [name, value] of Object.entries(edited)) {
      stage.expect({
        holds: JSON.stringify(after[name]) === JSON.stringify(value),
        message: `the user's own edit of ${name} did not survive`,
        expected: JSON.stringify(value),
        found: JSON.stringify(after[name] ?? null),
      });
    }
    stage.expect({
      holds: writes(stage) === written,
      message: 'the engine wrote although nothing was to be carried',
      expected: '0 writes',
      found: `${writes(stage) - written} writes`,
    });
  },
});

/** A user edits some properties that nobody maps, one after the other, with a pass after each. */
async function editUnmapped(
  stage: Stage,
  { actor, id }: ReturnType<typeof at>,
): Promise<Properties> {
  const edited: Record<string, Value> = {};
  for (const name of unmappedProperties(stage, actor.side)) {
    if (Object.keys(edited).length === enough) break;
    const value = await actor.newValue(id, name);
    if (await actor.tryEdit(id, { [name]: value })) edited[name] = value;
    await stage.cycle();
  }
  if (Object.keys(edited).length > 0) return edited;
  throw new SyncproofError(
    'check',
    `no unmapped property of ${stage.bench.section[actor.side]} can be edited`,
  );
}

/** How many mutating requests both systems have seen. */
function writes(stage: Stage): number {
  return sides.reduce((sum, side) => sum + stage.writesTo(side).length, 0);
}

interface Comparison {
  readonly what: string;
  readonly before: Properties;
  readonly after: Properties;
}

function expectSame(stage: Stage, { what, before, after }: Comparison): void {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const differing = names.filter(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  );
  stage.expect({
    holds: differing.length === 0,
    message: `${what} changed: ${differing.join(', ')}`,
    expected: JSON.stringify(differing.map((name) => before[name] ?? null)),
    found: JSON.stringify(differing.map((name) => after[name] ?? null)),
  });
}

const linkSurvives: Check = {
  id: 'link-survives',
  kind: 'both-ways',
  title: ({ bench }) =>
    `Two linked pairs of ${bench.section.source} and ${bench.section.target} stay paired, whatever becomes of the values that made them`,
  play: async (stage) => {
    const pairs = [await linkedPair(stage), await linkedPair(stage)] as const;
    for (const names of swappable(stage)) {
      await swapValues(stage, { pairs, names });
      await stage.rest();
    }
    await stage.restart();
    await stage.sweep();
    await stage.rest();
    for (const pair of pairs) {
      stage.expect({
        holds: (await stage.counterpart(pair.sourceId)) === pair.targetId,
        message: 'a pair was linked anew after its values had changed',
      });
    }
  },
};

/** The first property alone, as if it were the key, and then all others. */
function swappable(stage: Stage): readonly (readonly string[])[] {
  const [first, ...others] = stage.bench.rows.map(({ source }) => source);
  if (first === undefined) return [unmappedProperties(stage, 'source').slice(0, 2)];
  return others.length === 0 ? [[first]] : [[first], others];
}

interface Swap {
  readonly pairs: readonly [Pair, Pair];
  readonly names: readonly string[];
}

/** Each source record takes over what the other one holds. */
async function swapValues(stage: Stage, { pairs: [a, b], names: swapped }: Swap): Promise<void> {
  const [first, second] = [
    await stage.source.read(a.sourceId),
    await stage.source.read(b.sourceId),
  ];
  const pick = (from: Properties): Properties =>
    Object.fromEntries(swapped.map((name) => [name, from[name] ?? null]));
  await stage.source.edit(a.sourceId, pick(second));
  await stage.source.edit(b.sourceId, pick(first));
}

const comesToRest: Check = {
  id: 'comes-to-rest',
  kind: 'both-ways',
  title: () =>
    'After the last edit the engine writes nothing more, neither when it lists everything again nor after a restart',
  play: async (stage) => {
    const pair = await linkedPair(stage);
    await linkedPair(stage);
    for (const side of sides) {
      const { actor, id } = at(stage, pair, side);
      const name = stage.bench.rows[0]?.[side] ?? unmappedProperties(stage, side)[0];
      if (name !== undefined) {
        await actor.tryEdit(id, { [name]: await actor.newValue(id, name) });
      }
      await stage.rest();
    }
    const written = writes(stage);
    await stage.sweep();
    await stage.restart();
    await stage.sweep();
    stage.expect({
      holds: writes(stage) === written,
      message: 'the engine went on writing',
      expected: '0 writes',
      found: `${writes(stage) - written} writes`,
    });
  },
};

/** What a `both-ways` promise is held to, whatever properties the section carries. */
export const keepingChecks: readonly Check[] = [
  ...sides.map(nothingElse),
  linkSurvives,
  comesToRest,
];
